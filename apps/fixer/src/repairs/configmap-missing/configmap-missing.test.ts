import { expect, test } from 'vitest';
import { podSpec, rollout, scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const mounting = (name: string) => podSpec({}, { volumes: [{ name: 'files', configMap: { name } }] });
const configMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'templates', namespace: 'shop' }, data: {} };

test('the revision that did not need it first, then the ConfigMap of nearly that name', () => {
  const objects = [...rollout(mounting('templates-2026'), mounting('templates')), configMap];

  expect(steps(repair.repair(scene('configmap-missing', subjectOf('ConfigMap', 'templates-2026'), objects)))).toEqual([
    [['rollout-undo', { revision: 1, source: 'cart-r1' }]],
    [
      [
        'set-key-reference',
        { where: 'volume', volume: 'files', source: 'ConfigMap', from: 'templates-2026', object: 'templates' },
      ],
    ],
  ]);
});

test('a ConfigMap of quite another name is no guess', () => {
  const other = { ...configMap, metadata: { name: 'dashboards', namespace: 'shop' } };

  expect(
    repair.repair(
      scene('configmap-missing', subjectOf('ConfigMap', 'templates-2026'), [
        ...rollout(mounting('templates-2026')),
        other,
      ]),
    ),
  ).toEqual([]);
});

test('two workloads that refer to it are left to a person', () => {
  const [first, ...rest] = rollout(mounting('gone'), mounting('there'));
  const second = { ...first!, metadata: { ...first!.metadata, name: 'mail', uid: 'd-2' } };

  expect(repair.repair(scene('configmap-missing', subjectOf('ConfigMap', 'gone'), [first!, ...rest, second]))).toEqual(
    [],
  );
});
