import { draftAction } from '../../candidates/draft-action.ts';
import { isRedacted } from '../../candidates/is-redacted.ts';
import { undoRollout } from '../../candidates/undo-rollout.ts';
import type { Repair } from '../../repair.ts';
import { affectedWorkload } from '../../situation/affected-workload.ts';
import { containerPairs } from '../../situation/container-pairs.ts';
import { revisionPair } from '../../situation/revision-pair.ts';

/** A command that cannot start: back to the last healthy revision, or to its command alone. */
export const repair: Repair = {
  code: 'command-invalid',
  repair(situation) {
    const workload = affectedWorkload(situation);
    const pair = workload === undefined ? undefined : revisionPair(situation.view, workload);
    if (workload === undefined || pair === undefined) return [];
    const changed = containerPairs(pair).filter(
      ({ present, previous }) =>
        JSON.stringify([present.command, present.args]) !== JSON.stringify([previous.command, previous.args]) &&
        !isRedacted([previous.command, previous.args]),
    );
    const name = `${workload.object.kind} ${workload.object.metadata.name}`;
    const restore = changed.map(({ name: container, previous }) =>
      draftAction(situation, workload, {
        type: 'set-command',
        arguments: { container, command: previous.command ?? null, args: previous.args ?? null },
        expected: `Container ${container} of ${name} starts.`,
        evidence: pair.evidence,
      }),
    );
    return [
      ...undoRollout(situation, workload),
      ...(restore.length === 0
        ? []
        : [{ summary: `Run the command of revision ${pair.previous.revision} in ${name} again.`, actions: restore }]),
    ];
  },
};
