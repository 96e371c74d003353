import type { PlanContext } from '@auto-ops/policy';
import type { ReviewInput } from './review-input.ts';

/** What policy judges the plan by, as far as the evidence tells; freezes and limits of frequency are the rehearsal's. */
export function riskContext({ plan, incident, view, analysis, limits }: ReviewInput): PlanContext {
  const targets = plan.actions.map((action) => {
    const item = view.object(action.target.kind, action.target.namespace, action.target.name);
    const related = item === undefined ? undefined : { objects: view.owned(item).map((owned) => owned.object) };
    return [action.id, { object: item?.object, related }] as const;
  });
  return {
    now: view.now,
    severity: incident.severity,
    state: { freezes: [], recentActions: {}, actionsToday: 0, failedVerifications: 0 },
    limits,
    targets: Object.fromEntries(targets),
    confidence: analysis.causes[0]?.confidence,
  };
}
