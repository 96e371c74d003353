import { expect, test } from 'vitest';
import { event, other } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const claim = other('v1', 'PersistentVolumeClaim', 'data-db-0', {
  spec: { storageClassName: 'fast-ssd' },
  status: { phase: 'Pending' },
});
const failure = event(claim, 'ProvisioningFailed', 'storageclass.storage.k8s.io "fast-ssd" not found');
const storageClass = (name: string) => ({ apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name } });

test('names the claim, the class and the nearest that is there', () => {
  const finding = only(detect(detector, claim, failure, storageClass('fast-sdd'), storageClass('hostpath')));

  expect(finding.subject).toEqual({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    namespace: 'shop',
    name: 'data-db-0',
  });
  expect(finding.facts).toMatchObject({
    storageClass: 'fast-ssd',
    classes: ['fast-sdd', 'hostpath'],
    nearest: ['fast-sdd'],
  });
});

test('rests on complete evidence where no event says it', () => {
  expect(subjects(detect(detector, claim))).toEqual([]);
  expect(subjects(detect(detector, claim, { coverage: ['StorageClass'] }))).toEqual([
    'PersistentVolumeClaim/data-db-0',
  ]);
});

test('is ruled out by the class', () => {
  expect(detect(detector, claim, failure, storageClass('fast-ssd'))).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'storage-class-missing' }],
  });
});

test('says nothing of a claim without a class or a status', () => {
  expect(subjects(detect(detector, { ...claim, spec: {} }, { coverage: ['StorageClass'] }))).toEqual([]);
  expect(subjects(detect(detector, { ...claim, status: undefined }, { coverage: ['StorageClass'] }))).toEqual([]);
});

test('leaves a class alone that volumes made by hand carry', () => {
  const volume = {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'disk-1' },
    spec: { storageClassName: 'fast-ssd' },
  };

  expect(subjects(detect(detector, claim, failure, volume))).toEqual([]);
});
