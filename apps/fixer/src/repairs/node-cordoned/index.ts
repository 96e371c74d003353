import { readPath } from '@auto-ops/policy';
import { draftAction } from '../../candidates/draft-action.ts';
import type { Repair } from '../../repair.ts';
import { subjectItem } from '../../situation/subject-item.ts';

/** A node that somebody left cordoned: it takes pods again. A node that is not ready stays as it is. */
export const repair: Repair = {
  code: 'node-cordoned',
  repair(situation) {
    const node = subjectItem(situation);
    if (node === undefined || node.object.kind !== 'Node') return [];
    const conditions = readPath(node.object, 'status', 'conditions');
    const ready = Array.isArray(conditions)
      ? (conditions as unknown[]).find((entry) => readPath(entry, 'type') === 'Ready')
      : undefined;
    if (ready !== undefined && readPath(ready, 'status') !== 'True') return [];
    const { name } = node.object.metadata;
    return [
      {
        summary: `Uncordon node ${name}, for which pods wait.`,
        actions: [
          draftAction(situation, node, {
            type: 'uncordon',
            arguments: {},
            expected: `The waiting pods are placed on node ${name}.`,
          }),
        ],
      },
    ];
  },
};
