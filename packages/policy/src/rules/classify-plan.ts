import { type Action, type ActionClass, AutoOpsError, type Plan } from '@auto-ops/contracts';
import { parseAction } from '../plan/parse-action.ts';
import { approvalsNeeded } from './approvals-needed.ts';
import { compareClasses } from './compare-classes.ts';
import { escalators } from './escalators.ts';
import { forbiddenReasons } from './forbidden-reasons.ts';
import type { PlanContext } from './plan-context.ts';

/** The class of one action in its context, with every reason. */
export interface ActionRisk {
  readonly id: string;
  readonly class: ActionClass;
  readonly reasons: readonly string[];
  /** Escalators that applied beyond R3: they ask for a second approver. */
  readonly excess: number;
}

/** The class of a plan: that of its riskiest action. */
export interface PlanRisk {
  readonly class: ActionClass;
  /** Different people who have to approve; 2 for RX has no meaning, nobody can. */
  readonly approvals: 0 | 1 | 2;
  readonly actions: readonly ActionRisk[];
}

/**
 * Computes the risk of a plan from its actions, their targets and the context; an action outside the catalogue is RX.
 * Context raises a class and never lowers it, up to R3; what would raise it further asks for a second approver.
 */
export function classifyPlan(plan: Plan, context: PlanContext): PlanRisk {
  const risks = plan.actions.map((action) => classifyAction(action, context, plan.actions.length));
  const planClass = risks.reduce<ActionClass>(
    (most, risk) => (compareClasses(risk.class, most) > 0 ? risk.class : most),
    'R0',
  );
  if (planClass === 'RX') return { class: 'RX', approvals: 2, actions: risks };
  const isDoubtful = context.isInjectionSuspected === true || risks.some((risk) => risk.excess > 0);
  return {
    class: planClass,
    approvals: isDoubtful && planClass !== 'R0' ? 2 : approvalsNeeded(planClass),
    actions: risks,
  };
}

function classifyAction(action: Action, context: PlanContext, actionCount: number): ActionRisk {
  const forbidden = forbiddenReasons(action, context.limits);
  if (forbidden.length > 0) return { id: action.id, class: 'RX', reasons: forbidden, excess: 0 };
  try {
    const { definition, input } = parseAction(action);
    const known = context.targets[action.id];
    const base = definition.classify(known?.object, input, known?.related);
    const raised =
      action.target.kind === 'Repository'
        ? []
        : escalators.filter((escalator) => escalator.applies(action, context, actionCount));
    const reasons = [...base.reasons, ...raised.map((escalator) => escalator.reason)];
    return { id: action.id, reasons, ...raise(base.class, raised.length) };
  } catch (error) {
    if (error instanceof AutoOpsError) return { id: action.id, class: 'RX', reasons: [error.message], excess: 0 };
    throw error;
  }
}

/** Raises a class by steps, up to R3; a class above stays. */
function raise(base: ActionClass, count: number): { readonly class: ActionClass; readonly excess: number } {
  const ladder: readonly ActionClass[] = ['R0', 'R1', 'R2', 'R3'];
  const start = ladder.indexOf(base);
  if (start < 0) return { class: base, excess: count };
  const end = Math.min(start + count, ladder.length - 1);
  return { class: ladder[end] ?? 'R3', excess: start + count - end };
}
