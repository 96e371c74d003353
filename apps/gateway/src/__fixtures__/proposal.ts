import { Plan, Proposal } from '@auto-ops/contracts';
import { planHash as hashOf } from '@auto-ops/policy';
import { nodeCryptography } from '@auto-ops/runtime';

/** A valid proposal of class R2 for a run. */
export function proposalOf(run: string, incident: string, over: Partial<Proposal> = {}): Proposal {
  const attempt = 1;
  const plan = Plan.parse({ schemaVersion: 1, incident, attempt, verdict: 'drafted', summary: 'Roll back.', actions: [], manualSteps: [], author: 'rules' });
  const planHash = hashOf(plan, nodeCryptography);
  return Proposal.parse({
    schemaVersion: 1, incident, run, planHash, class: 'R2', diff: '', approvals: 1, lock: 'target-1',
    createdAt: new Date().toISOString(), expiresAt: new Date(Date.now() + 60_000).toISOString(),
    plan,
    rehearsal: { schemaVersion: 1, incident, attempt, planHash, class: 'R2', approvals: 1, verdict: 'passed', checks: [], actions: [] },
    review: { schemaVersion: 1, incident, attempt, planHash, class: 'R2', verdict: 'approved', checks: [], comments: [] },
    ...over,
  });
}
