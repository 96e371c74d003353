import { AutoOpsError, canonicalJson, type Plan } from '@auto-ops/contracts';
import { planHash } from '@auto-ops/policy';
import type { Candidate } from '../candidates/candidate.ts';
import { repairs } from '../repairs/registry.ts';
import type { Situation } from '../situation/situation.ts';
import { situationOf } from '../situation/situation-of.ts';
import type { DraftInput } from './draft-input.ts';
import { manualSteps } from './manual-steps.ts';
import { realise } from './realise.ts';

/**
 * The plan for the first cause: the surest candidate that can be done in this run and was not sent back before. The verdict is
 * `none`, with the steps a person can take, where there is no such candidate.
 */
export function draftPlan(input: DraftInput): Plan {
  const { incident, analysis, attempt } = input;
  const situation = situationOf(analysis, input.view);
  const common = { schemaVersion: 1, incident: incident.id, attempt, author: 'rules' } as const;
  if (situation === undefined || analysis.verdict === 'no-fault' || analysis.verdict === 'unknown') {
    const summary =
      analysis.verdict === 'no-fault'
        ? 'Nothing is broken, so nothing is changed.'
        : 'The cause is not known, so nothing is changed.';
    return { ...common, verdict: 'none', summary, actions: [], manualSteps: stepsOf(analysis.diagnostics) };
  }
  const { cause } = situation;
  const plan = { ...common, cause: { code: cause.code, subject: cause.subject } };
  const reasons: string[] = [];
  for (const candidate of candidatesOf(situation, reasons)) {
    const realised = realise(candidate, input);
    if (realised.actions === undefined) {
      reasons.push(`${candidate.summary} (${realised.reason})`);
      continue;
    }
    const drafted: Plan = {
      ...plan,
      verdict: 'drafted',
      summary: candidate.summary.slice(0, 1000),
      actions: [...realised.actions].slice(0, 10),
      manualSteps: [...realised.notes],
    };
    if (!input.tried.includes(planHash(drafted, input.cryptography))) return drafted;
  }
  const summary =
    input.tried.length > 0
      ? 'Every repair that is known for this cause was sent back.'
      : `No safe action is known for ${cause.code} here.`;
  const steps = [...reasons, ...manualSteps(cause), ...stepsOf(analysis.diagnostics)].map((step) =>
    step.slice(0, 1000),
  );
  return { ...plan, verdict: 'none', summary, actions: [], manualSteps: [...new Set(steps)].slice(0, 20) };
}

function candidatesOf(situation: Situation, reasons: string[]): readonly Candidate[] {
  try {
    const candidates = repairs.find((repair) => repair.code === situation.cause.code)?.repair(situation) ?? [];
    const keys = candidates.map(keyOf);
    return candidates.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
  } catch (error) {
    // Partial evidence is no failure of the run: a person can still go on.
    if (!(error instanceof AutoOpsError)) throw error;
    reasons.push(error.message);
    return [];
  }
}

function stepsOf(diagnostics: DraftInput['analysis']['diagnostics']): string[] {
  return diagnostics.slice(0, 5).map(({ command, reason }) => `${reason}: ${command}`.slice(0, 1000));
}

/** What a candidate does, whatever speaks for it: a guess may come to the same as what was proved. */
function keyOf({ actions }: Candidate): string {
  return canonicalJson(actions.map(({ type, target, arguments: input }) => ({ type, target, input })));
}
