import { expect, test } from 'vitest';
import { cryptography } from '../__fixtures__/cryptography.ts';
import { deployment } from '../__fixtures__/objects.ts';
import { fingerprintOf } from './fingerprint-of.ts';

const before = fingerprintOf(deployment, cryptography);

test('status, bookkeeping and our own marks make no difference', () => {
  const churned = {
    ...deployment,
    metadata: {
      ...deployment.metadata,
      resourceVersion: '999',
      generation: 8,
      managedFields: [{}],
      annotations: { 'deployment.kubernetes.io/revision': '3', 'auto-ops.dev/action': 'i.h.a1' },
    },
    status: { readyReplicas: 0 },
  };

  expect(fingerprintOf(churned, cryptography)).toBe(before);
});

test.each([
  ['the spec', { ...deployment, spec: { replicas: 5 } }],
  ['the uid', { ...deployment, metadata: { ...deployment.metadata, uid: 'd-2' } }],
  ['a label', { ...deployment, metadata: { ...deployment.metadata, labels: { a: 'b' } } }],
  ["somebody else's annotation", { ...deployment, metadata: { ...deployment.metadata, annotations: { a: 'b' } } }],
])('%s makes another one', (_name, changed) => {
  expect(fingerprintOf(changed, cryptography)).not.toBe(before);
});
