import { expect, test } from 'vitest';
import { scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const node = (status: string) => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'n1', uid: 'n-1' },
  spec: { unschedulable: true },
  status: { conditions: [{ type: 'Ready', status }] },
});

test('the node takes pods again', () => {
  expect(steps(repair.repair(scene('node-cordoned', subjectOf('Node', 'n1'), [node('True')])))).toEqual([
    [['uncordon', {}]],
  ]);
});

test('a node that is not ready stays cordoned', () => {
  expect(repair.repair(scene('node-cordoned', subjectOf('Node', 'n1'), [node('Unknown')]))).toEqual([]);
});
