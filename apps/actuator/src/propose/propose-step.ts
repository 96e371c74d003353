import { AutoOpsError, Plan, Proposal, Rehearsal, Review } from '@auto-ops/contracts';
import { approvalsNeeded, lifetimeMinutes, lockOf, planHash } from '@auto-ops/policy';
import { nodeCryptography } from '@auto-ops/runtime';
import { latestAnalysis, latestAttempt, type StepCall, type StepProgram } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { requireRunApi } from '../require-run-api.ts';
import { runName } from '../run-name.ts';
import type { Surroundings } from '../surroundings.ts';

/** The step `propose`: what a person is asked to approve, handed to the run API; handing in the same plan again changes nothing. */
export function proposeStep(surroundings: Surroundings): StepProgram<Config> {
  return {
    resumable: true,
    async run(call) {
      const api = requireRunApi(call, surroundings);
      const path = `${call.folder}/proposal.json`;
      // Kept before it is handed in: a start after a kill must not ask for another time than the one that may be approved by now.
      const proposal = call.workspace.readIfPresent(Proposal, path) ?? proposalOf(call, surroundings.now());
      call.workspace.write(Proposal, path, proposal);
      // First, so that whoever is asked to approve sees the cause as well; that it is not shown holds up no approval.
      try {
        await api.analysis(proposal.run, latestAnalysis(call.workspace));
      } catch (error) {
        call.logger.warn({ err: error }, 'the analysis could not be handed in');
      }
      await api.propose(proposal.run, proposal);
      return { verdict: 'proposed', next: 'approve', class: proposal.class, lock: proposal.lock };
    },
  };
}

function proposalOf(call: StepCall<Config>, now: string): Proposal {
  const { workspace, incident } = call;
  const attempt = latestAttempt(workspace);
  const plan = workspace.read(Plan, `fix/${attempt}/plan.json`);
  const rehearsal = workspace.read(Rehearsal, `rehearse/${attempt}/rehearsal.json`);
  const review = workspace.read(Review, `review/${attempt}/review.json`);
  const hash = planHash(plan, nodeCryptography);
  for (const [name, document] of Object.entries({ rehearsal, review })) {
    if (document.planHash !== hash) {
      throw new AutoOpsError('DOCUMENT_INVALID', `${name}/${attempt}: planHash: it is about another plan`);
    }
  }
  if (review.verdict !== 'approved' || rehearsal.verdict === 'failed') {
    throw new AutoOpsError(
      'DOCUMENT_INVALID',
      `review/${attempt}/review.json: verdict: only an approved plan that rehearsed well is proposed`,
      {
        hint: 'The plan has to be fixed and reviewed again.',
      },
    );
  }
  const seconds = Math.min(call.config.proposalSeconds, lifetimeMinutes(rehearsal.class) * 60);
  return {
    schemaVersion: 1,
    incident: incident.id,
    run: runName(call),
    planHash: hash,
    class: rehearsal.class,
    plan,
    rehearsal,
    review,
    diff: rehearsal.actions.flatMap((action) => action.diff ?? []).join('\n'),
    approvals: Math.max(approvalsNeeded(rehearsal.class), rehearsal.approvals ?? 0),
    ...(incident.requester !== undefined && { requester: incident.requester }),
    createdAt: now,
    expiresAt: new Date(Date.parse(now) + seconds * 1000).toISOString(),
    lock: lockFor(call, plan),
  };
}

/** A replay changes nothing but its own copy, so it waits for nobody. */
function lockFor(call: StepCall<Config>, plan: Plan): string {
  const { incident } = call;
  if (incident.mode === 'replay') return lockOf(runName(call), 'replay', nodeCryptography);
  const target = plan.actions[0]?.target;
  const place = target?.kind === 'Repository' ? `repository/${target.name}` : target?.namespace;
  return lockOf(incident.cluster, place, nodeCryptography);
}
