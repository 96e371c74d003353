import { AutoOpsError, Effects, type Evidence, Outcome, Proposal, type Subject } from '@auto-ops/contracts';
import { type Bundle, createView, detectAll } from '@auto-ops/diagnosis';
import {
  latestAnalysis,
  parseEvidence,
  readCollections,
  type StepCall,
  type StepProgram,
  type Workspace,
} from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { runName } from '../run-name.ts';
import type { Surroundings } from '../surroundings.ts';
import { alertCheck } from './alert-check.ts';
import { compareStates, type Focus, type State } from './compare-states.ts';
import { observationProblems } from './observation-problems.ts';
import { verifyDeclared } from './verify-declared.ts';

/** The step `verify`: before against after. Is the incident over, unchanged, or worse? */
export function verifyStep(surroundings: Surroundings): StepProgram<Config> {
  return {
    async run(call) {
      const judged = judge(call);
      const api = surroundings.openRunApi(call.config, call.signal);
      const outcome: Outcome = {
        schemaVersion: 1,
        incident: call.incident.id,
        ...judged,
        checks: [...judged.checks, await alertCheck(api, runName(call))],
        observedAt: surroundings.now(),
      };
      call.workspace.write(Outcome, `${call.folder}/outcome.json`, outcome);
      return { verdict: outcome.verdict, next: outcome.verdict === 'worse' && outcome.live ? 'undo' : 'report' };
    },
  };
}

function judge(call: StepCall<Config>): Omit<Outcome, 'schemaVersion' | 'incident' | 'observedAt'> {
  const { workspace } = call;
  const focus = focusOf(workspace);
  const { live } = workspace.read(Effects, 'apply/effects.json');
  const recorded = readCollections(workspace, 'collect');
  const rendered = renderedEvidence(workspace);
  if (!live) {
    const { verdict, ...rest } = verifyDeclared(recorded, rendered, focus);
    return { verdict, live, summary: declaredSummaries[verdict], ...rest };
  }

  const problems = observationProblems(workspace);
  if (problems.length > 0) {
    const detail = problems.join(' ').slice(0, 4000);
    return {
      verdict: 'unverified',
      live,
      summary: `Whether it helped is not known: ${detail}`.slice(0, 1000),
      checks: [{ name: 'observed', result: 'failed', detail }],
      remaining: [],
      appeared: [],
    };
  }
  const declared = new Set(rendered.map((item) => item.id));
  const observed = readCollections(workspace, 'observe');
  const running = { ...observed, evidence: observed.evidence.filter((item) => !declared.has(item.id)) };
  const { verdict, ...rest } = compareStates(stateOf(recorded), stateOf(running), focus);
  return { verdict, live, summary: liveSummaries[verdict], ...rest };
}

const declaredSummaries = {
  recovered: 'The cause is gone from what the repository would deploy; nothing live was touched.',
  unchanged: 'The cause is not gone from what the repository would deploy; nothing live was touched.',
  unverified: 'What the repository would deploy could not be read; nothing live was touched.',
} as const;

const liveSummaries = {
  recovered: 'The cause is gone, the workloads are available and nothing serious appeared around them.',
  unchanged: 'The change is in place and the incident is not over.',
  worse: 'After the change there is more trouble than before.',
} as const;

function stateOf(bundle: Bundle): State {
  const view = createView(bundle);
  return { view, detection: detectAll(view) };
}

function focusOf(workspace: Workspace): Focus {
  const { plan } = workspace.read(Proposal, 'propose/proposal.json');
  const analysis = latestAnalysis(workspace);
  const cause = plan.cause ?? analysis.causes[0];
  const targets = plan.actions.map(({ target }): Subject => {
    const { apiVersion, kind, namespace, name } = target;
    return { apiVersion, kind, name, ...(namespace !== undefined && { namespace }) };
  });
  const subject = cause?.subject ?? targets[0];
  if (subject === undefined)
    throw new AutoOpsError('DOCUMENT_INVALID', 'propose/proposal.json: plan.actions: is empty');
  return {
    cause: { code: cause?.code ?? '', subject },
    targets: targets.filter((target) => target.kind !== 'Repository'),
    affected: analysis.affected,
  };
}

function renderedEvidence(workspace: Workspace): Evidence[] {
  const path = 'observe/rendered/evidence.ndjson';
  return workspace.exists(path) ? parseEvidence(workspace.readText(path), path, () => undefined) : [];
}
