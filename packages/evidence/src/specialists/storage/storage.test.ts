import { expect, test } from 'vitest';
import { answerFrom } from '../../__fixtures__/answer-from.ts';
import { requestFor } from '../../__fixtures__/request-for.ts';
import { specialist } from './index.ts';

const objects = [
  {
    plural: 'storageclasses',
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: { name: 'fast' },
    provisioner: 'x',
  },
  { plural: 'persistentvolumes', apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name: 'pv-1' } },
];

test('reads what the cluster has of volumes and classes, complete per kind', async () => {
  const { evidence, coverage } = await specialist.collect(requestFor(answerFrom(objects)));

  expect(evidence.map(({ id }) => id)).toEqual(['persistentvolume/pv-1', 'storageclass/fast']);
  expect(evidence[1]?.subject).toEqual({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', name: 'fast' });
  expect(coverage).toEqual([
    { kind: 'PersistentVolume', complete: true },
    { kind: 'StorageClass', complete: true },
    { kind: 'CSIDriver', complete: true },
    { kind: 'VolumeAttachment', complete: true },
  ]);
});
