import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const subject = {
  apiVersion: 'admissionregistration.k8s.io/v1',
  kind: 'ValidatingWebhookConfiguration',
  name: 'images',
};
const webhook = {
  apiVersion: subject.apiVersion,
  kind: subject.kind,
  metadata: { name: 'images', uid: 'w-1' },
  webhooks: [{ name: 'a', clientConfig: { service: { namespace: 'shop', name: 'cart' } } }],
};
const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart', namespace: 'shop' },
  spec: { selector: { app: 'cart' } },
};

test('the workload behind the webhook comes back where it was scaled to zero', () => {
  const objects = [webhook, service, ...rollout(podSpec(), undefined, { spec: { replicas: 0 } })];
  const candidates = repair.repair(scene('admission-webhook-down', subject, objects));

  expect(steps(candidates)).toEqual([[['scale', { replicas: 1 }]]]);
  expect(candidates[0]?.actions[0]?.target).toMatchObject({ kind: 'Deployment', name: 'cart' });
});

test('one that has replicas is left to a person', () => {
  expect(repair.repair(scene('admission-webhook-down', subject, [webhook, service, ...rollout(podSpec())]))).toEqual(
    [],
  );
});
