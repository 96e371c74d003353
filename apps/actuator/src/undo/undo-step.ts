import { type Effect, Effects, Proposal } from '@auto-ops/contracts';
import type { StepCall, StepProgram } from '@auto-ops/workspace';
import { actOnObject } from '../act/act-on-object.ts';
import type { Acting } from '../act/acting.ts';
import { openJournal } from '../act/journal.ts';
import { markOf } from '../act/mark-of.ts';
import { effectsVerdict } from '../apply/effects-verdict.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { Config } from '../config.ts';
import type { Surroundings } from '../surroundings.ts';
import { effectsToUndo } from './effects-to-undo.ts';

/** The step `undo`: what apply did, in reverse, and only where each object still is as apply left it. */
export function undoStep(surroundings: Surroundings): StepProgram<Config> {
  return {
    resumable: true,
    async run(call) {
      const { incident, planHash } = call.workspace.read(Proposal, 'propose/proposal.json');
      const cluster =
        call.incident.mode === 'live' ? await surroundings.openCluster('undo', call.config, call.signal) : undefined;
      const done = (await effectsToUndo(call, cluster)).filter((effect) =>
        ['applied', 'already'].includes(effect.status),
      );
      const acting = cluster === undefined ? undefined : actingOf(call, cluster, surroundings);
      const effects: Effect[] = [];
      for (const effect of done.toReversed()) {
        const mark = markOf(incident, planHash, effect.action, true);
        effects.push(await undo(effect, mark, effects, acting, surroundings.now()));
      }
      const verdict = effectsVerdict(effects);
      const live = effects.some((effect) => effect.status === 'undone');
      call.workspace.write(Effects, `${call.folder}/effects.json`, {
        schemaVersion: 1,
        incident,
        planHash,
        verdict,
        live,
        effects,
      });
      return { verdict };
    },
  };
}

function actingOf(call: StepCall<Config>, cluster: Cluster, surroundings: Surroundings): Acting {
  const journal = openJournal(call.workspace.path(`${call.folder}/journal.ndjson`));
  // No diff is shown to anybody here, so there is nothing to hide.
  return { cluster, journal, now: surroundings.now, hide: (text) => text, reached: surroundings.reached };
}

async function undo(
  effect: Effect,
  mark: string,
  undone: readonly Effect[],
  acting: Acting | undefined,
  now: string,
): Promise<Effect> {
  const { action, type, target } = effect;
  const skipped = (detail: string): Effect => ({
    action,
    type,
    target,
    status: 'skipped',
    startedAt: now,
    endedAt: now,
    detail,
  });
  if (target.kind === 'Repository')
    return skipped('Only a copy of the repository was changed; its branch is left alone.');
  if (effect.undo === undefined) return skipped(`Nothing takes ${type} back.`);
  if (acting === undefined) return skipped('No cluster is configured.');
  // After a later action on the same object was taken back, the object is as that left it.
  const later = undone.findLast((one) => one.target.uid === target.uid && one.after !== undefined);
  const result = await actOnObject(
    { action: effect.undo, mark, fingerprint: later?.after ?? effect.after ?? '' },
    acting,
  );
  return result.status === 'applied' || result.status === 'already' ? { ...result, status: 'undone' } : result;
}
