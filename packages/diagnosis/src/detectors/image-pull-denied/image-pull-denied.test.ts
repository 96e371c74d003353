import { expect, test } from 'vitest';
import { deployment, pod, replicaSet, waiting } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const refused =
  'failed to pull and unpack image "registry.example/private/pricing:3": pull access denied, repository does not exist or may require authorization: server message: insufficient_scope: authorization failed';

test('names the workload, the registry and the pull secrets', () => {
  const failing = pod('pricing-r1-a', {
    owner: 'pricing',
    container: { image: 'registry.example/private/pricing:3' },
    template: { imagePullSecrets: [{ name: 'old-key' }] },
    state: waiting('ImagePullBackOff', refused),
  });

  const finding = only(detect(detector, deployment('pricing'), replicaSet('pricing', 1), failing));

  expect(finding.subject).toMatchObject({ kind: 'Deployment', name: 'pricing' });
  expect(finding.facts).toMatchObject({
    registry: 'registry.example',
    repository: 'private/pricing',
    pullSecrets: ['old-key'],
    mayNotExist: true,
  });
});

test.each(['unauthorized: authentication required', 'unexpected status: 403 Forbidden', 'no basic auth credentials'])(
  'takes "%s" for a refusal',
  (answer) => {
    const failing = pod('pricing-r1-a', { owner: 'pricing', state: waiting('ErrImagePull', answer) });

    expect(subjects(detect(detector, deployment('pricing'), replicaSet('pricing', 1), failing))).toEqual([
      'Deployment/pricing',
    ]);
  },
);

test('is ruled out by a plain "not found"', () => {
  const failing = pod('pricing-r1-a', {
    owner: 'pricing',
    state: waiting('ErrImagePull', 'registry.example/shop/pricing:3: not found'),
  });

  expect(detect(detector, deployment('pricing'), replicaSet('pricing', 1), failing)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'image-pull-denied' }],
  });
});

test('names the Deployment by the owner reference where it was not read', () => {
  const failing = pod('pricing-r1-a', { owner: 'pricing', state: waiting('ErrImagePull', refused) });

  expect(subjects(detect(detector, replicaSet('pricing', 1), failing))).toEqual(['Deployment/pricing']);
});
