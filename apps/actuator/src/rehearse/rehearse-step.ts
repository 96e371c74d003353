import { type Action, type CheckResult, Plan, Rehearsal } from '@auto-ops/contracts';
import { checkPlanPolicy, classifyPlan, type PlanRisk, planHash } from '@auto-ops/policy';
import { createRedactor } from '@auto-ops/redaction';
import { asAutoOpsError, nodeCryptography } from '@auto-ops/runtime';
import { readCollections, type StepCall, type StepProgram } from '@auto-ops/workspace';
import type { Cluster } from '../cluster/cluster.ts';
import { type LoadedTarget, loadTarget } from '../cluster/load-target.ts';
import type { Config } from '../config.ts';
import { policyContext } from '../policy-context.ts';
import type { Surroundings } from '../surroundings.ts';
import type { ActionRehearsal } from './action-rehearsal.ts';
import { rehearseClusterActions } from './rehearse-cluster-actions.ts';
import { rehearseEdits } from './rehearse-edits.ts';

/** The step `rehearse`: what a plan would do and whether it may, changing nothing. */
export function rehearseStep(surroundings: Surroundings): StepProgram<Config> {
  return {
    async run(call) {
      const plan = call.workspace.read(Plan, `fix/${call.attempt}/plan.json`);
      const rehearsal = await rehearse(call, plan, surroundings);
      call.workspace.write(Rehearsal, `${call.folder}/rehearsal.json`, rehearsal);
      return { verdict: rehearsal.verdict, class: rehearsal.class };
    },
  };
}

async function rehearse(call: StepCall<Config>, plan: Plan, surroundings: Surroundings): Promise<Rehearsal> {
  const hash = planHash(plan, nodeCryptography);
  const onCluster = plan.actions.filter((action) => action.target.kind !== 'Repository');
  const onSource = plan.actions.filter((action) => action.target.kind === 'Repository');
  const { cluster, reason } = await openCluster(call, surroundings, onCluster.length > 0);
  const api = surroundings.openRunApi(call.config, call.signal);
  const state = await api?.policyState();

  const targets = cluster === undefined ? {} : await loadTargets(cluster, onCluster);
  const context = policyContext(call, plan, state, targets, surroundings.now());
  const risk = classifyPlan(plan, context);
  const redactor = createRedactor({ cryptography: nodeCryptography });
  const hide = (text: string) => redactor.text(text);

  const refused = new Set(risk.actions.filter((action) => action.class === 'RX').map((action) => action.id));
  const allowed = (action: Action) => !refused.has(action.id);
  const results = [
    ...plan.actions
      .filter((action) => !allowed(action))
      .map((action): ActionRehearsal => ({ id: action.id, result: 'failed', checks: [] })),
    ...(cluster === undefined
      ? onCluster.filter(allowed).map((action) => notRun(action, reason))
      : await rehearseClusterActions(onCluster.filter(allowed), {
          cluster,
          incident: call.incident.id,
          planHash: hash,
          targets,
          evidence: readCollections(call.workspace, 'collect').evidence,
          hide,
        })),
    ...(await rehearseEdits(call, onSource.filter(allowed), hide)),
  ];
  return document(call, plan, hash, risk, results, [
    ...(state === undefined
      ? [
          {
            name: 'policy-state',
            result: 'not-run' as const,
            detail: 'No run API is configured: freezes and limits of frequency are not known.',
          },
        ]
      : []),
    ...checkPlanPolicy(plan, context),
  ]);
}

async function openCluster(
  call: StepCall<Config>,
  surroundings: Surroundings,
  isNeeded: boolean,
): Promise<{ readonly cluster?: Cluster | undefined; readonly reason: string }> {
  if (!isNeeded) return { reason: 'The plan is not about the cluster.' };
  if (call.incident.mode === 'replay') return { reason: 'This is a replay: no cluster is asked.' };
  const cluster = await surroundings.openCluster('rehearse', call.config, call.signal);
  return { cluster, reason: 'No cluster is configured for rehearsals.' };
}

/** A target that cannot be judged by its live object is judged without it, which never lowers its class. */
async function loadTargets(cluster: Cluster, actions: readonly Action[]): Promise<Record<string, LoadedTarget>> {
  const loaded: Record<string, LoadedTarget> = {};
  for (const action of actions) {
    try {
      loaded[action.id] = await loadTarget(cluster, action);
    } catch (error) {
      const { code } = asAutoOpsError(error);
      if (!code.startsWith('ACTION_')) throw error;
    }
  }
  return loaded;
}

function notRun(action: Action, reason: string): ActionRehearsal {
  const names = ['identity', 'freshness', 'ownership', 'dry-run'];
  const checks = names.map((name): CheckResult => ({ name, action: action.id, result: 'not-run', detail: reason }));
  return { id: action.id, result: 'not-run', checks };
}

function document(
  call: StepCall<Config>,
  plan: Plan,
  hash: string,
  risk: PlanRisk,
  results: readonly ActionRehearsal[],
  policyChecks: readonly CheckResult[],
): Rehearsal {
  const checks = [...policyChecks, ...results.flatMap((result) => result.checks)];
  const hasFailed = checks.some((check) => check.result === 'failed') || results.some((one) => one.result === 'failed');
  const hasPassed = results.some((result) => result.result === 'passed');
  return {
    schemaVersion: 1,
    incident: call.incident.id,
    attempt: plan.attempt,
    planHash: hash,
    class: risk.class,
    approvals: risk.approvals,
    verdict: hasFailed ? 'failed' : hasPassed ? 'passed' : 'not-run',
    checks,
    actions: plan.actions.map((action) => {
      const result = results.find((one) => one.id === action.id);
      const actionRisk = risk.actions.find((one) => one.id === action.id);
      return {
        id: action.id,
        class: actionRisk?.class ?? 'RX',
        reasons: [...(actionRisk?.reasons ?? [])],
        ...(result?.managedBy !== undefined && { managedBy: result.managedBy }),
        ...(result?.fingerprint !== undefined && { fingerprint: result.fingerprint }),
        ...(result?.diff !== undefined && { diff: result.diff }),
        result: result?.result ?? 'not-run',
      };
    }),
  };
}
