import { expect, test } from 'vitest';
import { deployment, event, other, replicaSet } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const message =
  'Error creating: pods "catalog-r2-" is forbidden: error looking up service account shop/catalog-runtime: serviceaccount "catalog-runtime" not found';
const set = replicaSet('catalog', 2, { replicas: 3, status: { replicas: 0, readyReplicas: 0 } });

test('names the ServiceAccount and the nearest that is there', () => {
  const finding = only(
    detect(
      detector,
      deployment('catalog'),
      set,
      event(set, 'FailedCreate', message),
      other('v1', 'ServiceAccount', 'catalog-run'),
    ),
  );

  expect(finding.subject).toEqual({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    namespace: 'shop',
    name: 'catalog-runtime',
  });
  expect(finding.facts).toMatchObject({ workload: 'Deployment shop/catalog', nearest: ['catalog-run'] });
});

test('says nothing of a controller that has all its pods', () => {
  const done = replicaSet('catalog', 2, { replicas: 3 });

  expect(detect(detector, deployment('catalog'), done, event(done, 'FailedCreate', message)).findings).toEqual([]);
});

test('is ruled out by the ServiceAccount', () => {
  expect(
    detect(detector, set, event(set, 'FailedCreate', message), other('v1', 'ServiceAccount', 'catalog-runtime')),
  ).toMatchObject({ findings: [], ruledOut: [{ code: 'service-account-missing' }] });
});

test('reads an event about a controller that was not read', () => {
  expect(subjects(detect(detector, deployment('catalog'), event(set, 'FailedCreate', message)))).toEqual([
    'ServiceAccount/catalog-runtime',
  ]);
});
