import { referencedNames } from '@auto-ops/policy';
import { renameReference } from '../../candidates/rename-reference.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';
import { textFact } from '../../situation/text-fact.ts';

/** A missing ConfigMap: back to a revision that did not need it, or on to the one with nearly the same name. */
export const repair: Repair = {
  code: 'configmap-missing',
  repair(situation) {
    const { subject } = situation.cause;
    const name = subject.kind === 'ConfigMap' ? subject.name : textFact(situation, 'name');
    const workload = affectedWorkload(situation);
    const undo = undoRollout(
      situation,
      workload,
      ({ previous }) => name === undefined || !referencedNames(previous.template, 'ConfigMap').has(name),
    );
    return [...undo, ...(name === undefined ? [] : renameReference(situation, workload, name))];
  },
};
