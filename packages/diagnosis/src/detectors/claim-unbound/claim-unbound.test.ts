import { expect, test } from 'vitest';
import { event, other, unscheduledPod } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const claim = (status: object = { phase: 'Pending' }, spec: object = {}) =>
  other('v1', 'PersistentVolumeClaim', 'data-db-0', {
    spec: { resources: { requests: { storage: '10Gi' } }, accessModes: ['ReadWriteOnce'], ...spec },
    status,
  });
const pending = unscheduledPod(
  'db-0',
  'db',
  '0/1 nodes are available: pod has unbound immediate PersistentVolumeClaims. not found',
  { template: { volumes: [{ name: 'data', persistentVolumeClaim: { claimName: 'data-db-0' } }] } },
);
const storageClass = (mode: string) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name: 'slow' },
  volumeBindingMode: mode,
});

test('names the claim, why it is not bound and who waits', () => {
  const finding = only(
    detect(
      detector,
      claim(),
      event(claim(), 'FailedBinding', 'no persistent volumes available for this claim and no storage class is set', {
        type: 'Normal',
      }),
      pending,
      storageClass('Immediate'),
    ),
  );

  expect(finding.subject).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: 'shop',
    name: 'data-db-0',
  });
  expect(finding.facts).toMatchObject({
    size: '10Gi',
    accessModes: ['ReadWriteOnce'],
    reason: 'FailedBinding',
    workload: 'Deployment shop/db',
    classes: ['slow'],
  });
});

test('is ruled out where it waits for its first consumer, and where its class does not exist', () => {
  expect(
    detect(detector, claim(undefined, { storageClassName: 'slow' }), storageClass('WaitForFirstConsumer')),
  ).toMatchObject({ findings: [], ruledOut: [{ code: 'claim-unbound' }] });
  expect(
    detect(detector, claim(undefined, { storageClassName: 'gone' }), pending, { coverage: ['StorageClass'] }),
  ).toMatchObject({ findings: [], ruledOut: [{ code: 'claim-unbound' }] });
});

test('says nothing of a bound claim, nor of a pending one that nobody complains about', () => {
  expect(subjects(detect(detector, claim({ phase: 'Bound' }), event(claim(), 'FailedBinding', 'no volumes')))).toEqual(
    [],
  );
  expect(subjects(detect(detector, claim()))).toEqual([]);
});

test('reads a claim without a spec', () => {
  const bare = { ...claim(), spec: undefined };

  expect(
    subjects(detect(detector, bare, event(bare, 'ProvisioningFailed', 'quota of the provider is used up'))),
  ).toEqual(['PersistentVolumeClaim/data-db-0']);
});
