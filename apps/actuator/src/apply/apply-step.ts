import { type Action, type Effect, Effects, Proposal, type StepOutputs } from '@auto-ops/contracts';
import { createRedactor } from '@auto-ops/redaction';
import { nodeCryptography } from '@auto-ops/runtime';
import type { StepCall, StepProgram } from '@auto-ops/workspace';
import { actOnObject } from '../act/act-on-object.ts';
import { type Journal, openJournal } from '../act/journal.ts';
import { markOf } from '../act/mark-of.ts';
import type { Cluster } from '../cluster/cluster.ts';
import type { Config } from '../config.ts';
import { requireRunApi } from '../require-run-api.ts';
import type { Surroundings } from '../surroundings.ts';
import { actOnRepository } from './act-on-repository.ts';
import { authorise } from './authorise.ts';
import { effectsVerdict } from './effects-verdict.ts';

/** The step `apply`: the approved plan, action by action, journalled, so that it can be killed at any moment and goes on from there. */
export function applyStep(surroundings: Surroundings): StepProgram<Config> {
  return {
    resumable: true,
    async run(call) {
      const api = requireRunApi(call, surroundings);
      const proposal = call.workspace.read(Proposal, 'propose/proposal.json');
      const journal = openJournal(call.workspace.path(`${call.folder}/journal.ndjson`));
      const isAboutCluster = proposal.plan.actions.some((action) => action.target.kind !== 'Repository');
      const cluster =
        isAboutCluster && call.incident.mode === 'live'
          ? await surroundings.openCluster('apply', call.config, call.signal)
          : undefined;
      await authorise({ call, api, cluster, proposal, now: surroundings.now(), startedAt: journal.start });

      const effects = await carryOut(call, proposal, journal, cluster, surroundings);
      const verdict = effectsVerdict(effects);
      const live = effects.some((effect) => effect.target.kind !== 'Repository' && isDone(effect));
      const { incident, planHash } = proposal;
      call.workspace.write(Effects, `${call.folder}/effects.json`, {
        schemaVersion: 1,
        incident,
        planHash,
        verdict,
        live,
        effects,
      });
      return { verdict, next: nextAfter(verdict) };
    },
  };
}

function isDone(effect: Effect): boolean {
  return effect.status === 'applied' || effect.status === 'already';
}

/** What was done in part is taken back; what was done is looked at. */
function nextAfter(verdict: Effects['verdict']): StepOutputs['next'] {
  if (verdict === 'partial') return 'undo';
  return verdict === 'failed' ? 'report' : 'observe';
}

async function carryOut(
  call: StepCall<Config>,
  proposal: Proposal,
  journal: Journal,
  cluster: Cluster | undefined,
  surroundings: Surroundings,
): Promise<Effect[]> {
  const redactor = createRedactor({ cryptography: nodeCryptography });
  const hide = (text: string) => redactor.text(text);
  const effects: Effect[] = [];
  for (const action of proposal.plan.actions) {
    const at = surroundings.now();
    const common = { action: action.id, type: action.type, target: action.target, startedAt: at, endedAt: at };
    if (effects.some((effect) => effect.status === 'failed')) {
      effects.push({ ...common, status: 'skipped', detail: 'An earlier action failed.' });
    } else if (action.target.kind === 'Repository') {
      effects.push(await actOnRepository(action, { call, proposal, journal, surroundings, hide }));
    } else if (cluster === undefined) {
      const reason =
        call.incident.mode === 'replay' ? 'This is a replay: no cluster is touched.' : 'No cluster is configured.';
      effects.push({ ...common, status: 'skipped', detail: reason });
    } else {
      const task = taskOf(call, proposal, action, effects);
      effects.push(
        await actOnObject(task, { cluster, journal, hide, now: surroundings.now, reached: surroundings.reached }),
      );
    }
  }
  return effects;
}

function taskOf(call: StepCall<Config>, proposal: Proposal, action: Action, done: readonly Effect[]) {
  const rehearsed = proposal.rehearsal.actions.find((one) => one.id === action.id);
  // A second action on one object starts from what the first left.
  const before = done.findLast(
    (effect) => effect.target.uid === action.target.uid && effect.after !== undefined,
  )?.after;
  return {
    action,
    mark: markOf(call.incident.id, proposal.planHash, action.id),
    fingerprint: before ?? rehearsed?.fingerprint ?? '',
    diff: rehearsed?.diff,
  };
}
