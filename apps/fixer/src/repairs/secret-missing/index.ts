import { referencedNames } from '@auto-ops/policy';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';
import { textFact } from '../../situation/text-fact.ts';

/** A missing Secret: back to a revision that did not need it. No action makes a Secret. */
export const repair: Repair = {
  code: 'secret-missing',
  repair(situation) {
    const { subject } = situation.cause;
    const name = subject.kind === 'Secret' ? subject.name : textFact(situation, 'name');
    return undoRollout(
      situation,
      affectedWorkload(situation),
      ({ previous }) => name === undefined || !referencedNames(previous.template, 'Secret').has(name),
    );
  },
};
