import { expect, test } from 'vitest';
import { deployment, event, replicaSet, service } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const message =
  'Error creating: Internal error occurred: failed calling webhook "images.policy.example": failed to call webhook: Post "https://image-policy.shop.svc:443/validate?timeout=3s": dial tcp 10.96.230.247:443: connect: connection refused';
const set = replicaSet('cart', 1, { replicas: 4, status: { replicas: 2 } });
const failed = [deployment('cart'), set, event(set, 'FailedCreate', message)];
const configuration = (failurePolicy: string) => ({
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  metadata: { name: 'image-policy' },
  webhooks: [
    {
      name: 'images.policy.example',
      failurePolicy,
      clientConfig: { service: { namespace: 'shop', name: 'image-policy' } },
    },
  ],
});

test('names the configuration, its Service and the workload behind it', () => {
  const finding = only(
    detect(
      detector,
      ...failed,
      configuration('Fail'),
      service('image-policy'),
      deployment('image-policy', { replicas: 0 }),
    ),
  );

  expect(finding.subject).toEqual({
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    name: 'image-policy',
  });
  expect(finding.facts).toMatchObject({
    webhook: 'images.policy.example',
    service: 'image-policy',
    workload: 'Deployment shop/image-policy',
    workloadIsScaledToZero: true,
    readyPods: 0,
    blocked: 'Deployment shop/cart',
  });
});

test('is ruled out where the webhook may fail', () => {
  expect(detect(detector, ...failed, configuration('Ignore'))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'admission-webhook-down' }],
  });
});

test('says nothing once the pods are there', () => {
  const whole = replicaSet('cart', 1, { replicas: 4 });

  expect(detect(detector, whole, event(whole, 'FailedCreate', message), configuration('Fail')).findings).toEqual([]);
});

test('takes the name from the message where the configuration was not read', () => {
  const finding = only(detect(detector, ...failed));

  expect(finding.subject.name).toBe('images.policy.example');
  expect(finding.facts).toMatchObject({ service: 'image-policy', serviceNamespace: 'shop' });
});
