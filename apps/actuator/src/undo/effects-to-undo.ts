import { type Effect, Effects, Proposal } from '@auto-ops/contracts';
import type { StepCall } from '@auto-ops/workspace';
import { isDone } from '../act/is-done.ts';
import { markOf } from '../act/mark-of.ts';
import { parseJournal } from '../act/parse-journal.ts';
import type { Cluster } from '../cluster/cluster.ts';
import { fingerprint } from '../cluster/fingerprint.ts';
import type { Config } from '../config.ts';

const journalPath = 'apply/journal.ndjson';

/**
 * What apply did, in its order. Where apply broke down before it could say so, its journal tells, and for an intent without a
 * result the object itself.
 */
export async function effectsToUndo(call: StepCall<Config>, cluster: Cluster | undefined): Promise<Effect[]> {
  const { workspace } = call;
  const stored = workspace.readIfPresent(Effects, 'apply/effects.json');
  if (stored !== undefined) return stored.effects;
  if (!workspace.exists(journalPath)) return [];

  const proposal = workspace.read(Proposal, 'propose/proposal.json');
  const entries = parseJournal(workspace.readText(journalPath), journalPath);
  const effects = entries.flatMap((entry) => (entry.entry === 'result' ? [entry.effect] : []));
  const known = new Set(effects.map((effect) => effect.action));
  const intent = entries.findLast((entry) => entry.entry === 'intent' && !known.has(entry.action));
  const action = proposal.plan.actions.find((one) => intent?.entry === 'intent' && one.id === intent.action);
  if (intent?.entry !== 'intent' || action === undefined || cluster === undefined) return effects;

  const live = await cluster.read(action.target);
  if (!isDone(action, markOf(proposal.incident, proposal.planHash, action.id), intent, live)) return effects;
  const found: Effect = {
    action: action.id,
    type: action.type,
    target: action.target,
    status: 'already',
    startedAt: intent.at,
    endedAt: intent.at,
    detail: 'The change was found in place, with its mark, after apply broke down.',
    ...(intent.before !== undefined && { before: intent.before }),
    ...(live !== undefined && { after: fingerprint(live) }),
    ...(intent.undo !== undefined && { undo: intent.undo }),
  };
  return [...effects, found];
}
