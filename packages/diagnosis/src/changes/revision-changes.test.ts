import { expect, test } from 'vitest';
import { objects } from '../__fixtures__/objects.ts';
import { viewOf } from '../__fixtures__/view-of.ts';
import { objectChanges } from './object-changes.ts';
import { revisionChanges } from './revision-changes.ts';

const { deployment, node, replicaSet } = objects;

test('tells what the newest revision of a Deployment changed, without the values of its environment', () => {
  const view = viewOf(
    deployment('cart'),
    replicaSet('cart', { revision: 1, hash: '5c1', container: { env: [{ name: 'TOKEN', value: 'hunter2' }] } }),
    replicaSet('cart', {
      revision: 2,
      hash: '7d9',
      at: '2026-01-01T11:40:00Z',
      container: { image: 'registry.local/cart:2', env: [{ name: 'TOKEN', value: 'hunter3' }] },
    }),
  );

  const [change, ...others] = revisionChanges(view);

  expect(others).toEqual([]);
  expect(change).toMatchObject({
    id: 'ev-3',
    title:
      'Deployment shop/cart revision 2: container cart: image registry.local/cart:1 → registry.local/cart:2, container cart: env TOKEN',
    at: Date.parse('2026-01-01T11:40:00Z'),
    keys: ['Deployment/shop/cart'],
  });
  expect(JSON.stringify(change)).not.toContain('hunter');
});

test('dates a roll-back by the Deployment, not by the old ReplicaSet', () => {
  const old = replicaSet('cart', { revision: 3, hash: '5c1' });
  const back = {
    ...old,
    metadata: {
      ...old.metadata,
      annotations: { ...old.metadata.annotations, 'deployment.kubernetes.io/revision-history': '1' },
    },
  };
  const view = viewOf(
    deployment('cart', {
      status: { conditions: [{ type: 'Progressing', status: 'True', lastUpdateTime: '2026-01-01T11:55:00Z' }] },
    }),
    back,
    replicaSet('cart', { revision: 2, container: { image: 'registry.local/cart:2' } }),
  );

  expect(revisionChanges(view)[0]).toMatchObject({ id: 'ev-2', at: Date.parse('2026-01-01T11:55:00Z') });
});

test('reads the revisions of a StatefulSet', () => {
  const set = { apiVersion: 'apps/v1', kind: 'StatefulSet', metadata: { name: 'db', namespace: 'shop', uid: 's1' } };
  const revision = (number: number, image: string) => ({
    apiVersion: 'apps/v1',
    kind: 'ControllerRevision',
    revision: number,
    metadata: {
      name: `db-${number}`,
      namespace: 'shop',
      creationTimestamp: `2026-01-01T11:0${number}:00Z`,
      ownerReferences: [{ kind: 'StatefulSet', name: 'db', uid: 's1', controller: true }],
    },
    data: { spec: { template: { spec: { containers: [{ name: 'db', image }] } } } },
  });

  expect(revisionChanges(viewOf(set, revision(1, 'db:1'), revision(2, 'db:2')))[0]?.title).toBe(
    'StatefulSet shop/db revision 2: container db: image db:1 → db:2',
  );
});

test('sees objects that were changed, limits that came, and nodes that were cordoned', () => {
  const object = (kind: string, name: string, metadata: Record<string, unknown>) => ({
    apiVersion: 'v1',
    kind,
    metadata: { name, namespace: 'shop', creationTimestamp: '2026-01-01T09:00:00Z', ...metadata },
  });
  const view = viewOf(
    object('ConfigMap', 'edited', { managedFields: [{ manager: 'kubectl', time: '2026-01-01T11:30:00Z' }] }),
    object('ConfigMap', 'fresh', { creationTimestamp: '2026-01-01T11:30:00Z' }),
    object('ResourceQuota', 'limits', { creationTimestamp: '2026-01-01T11:35:00Z' }),
    object('Service', 'old', { managedFields: [{ manager: 'kubectl', time: '2026-01-01T09:30:00Z' }] }),
    node('node-1', {
      spec: {
        unschedulable: true,
        taints: [{ key: 'node.kubernetes.io/unschedulable', timeAdded: '2026-01-01T11:45:00Z' }],
      },
    }),
  );

  expect(objectChanges(view).map(({ title }) => title)).toEqual([
    'ConfigMap shop/edited was changed',
    'ResourceQuota shop/limits was created',
    'Node node-1 was cordoned',
  ]);
});
