/** The contract of policy: the catalogue, the risk of a plan, what binds a decision, and the rules both are judged by. */

export type { ActionChange, ActionDefinition, LiveObject, PatchOperation, Related } from './action-definition.ts';
export { actions as actionCatalogue } from './actions/registry.ts';
// Decisions.
export { decisionText } from './decision/decision-text.ts';
export { type DecisionQuestion, verifyDecision } from './decision/verify-decision.ts';
// Objects and the revisions that controllers keep of them.
export type { Container } from './object/container.ts';
export { containerOfRevision } from './object/container-of-revision.ts';
export { currentRevision } from './object/current-revision.ts';
export { findContainer } from './object/find-container.ts';
export { findPodTemplate } from './object/find-pod-template.ts';
export { fingerprintOf } from './object/fingerprint-of.ts';
export { managedBy } from './object/managed-by.ts';
export { parseQuantity } from './object/parse-quantity.ts';
export { PodTemplate } from './object/pod-template.ts';
export { readPath } from './object/read-path.ts';
export { referencedNames } from './object/referenced-names.ts';
export { type Revision, revisionsOf } from './object/revisions-of.ts';
export { applyOperations } from './patch/apply-operations.ts';
export { lockOf } from './plan/lock-of.ts';

// Plans and their risk.
export { type ParsedAction, parseAction } from './plan/parse-action.ts';
export { planHash } from './plan/plan-hash.ts';
export { approvalsNeeded } from './rules/approvals-needed.ts';
export { approverRoles } from './rules/approver-roles.ts';
export { checkPlanPolicy } from './rules/check-plan-policy.ts';
export { type ActionRisk, classifyPlan, type PlanRisk } from './rules/classify-plan.ts';
export { compareClasses } from './rules/compare-classes.ts';
export { isForbiddenPath } from './rules/is-forbidden-path.ts';
export { lifetimeMinutes } from './rules/lifetime-minutes.ts';
export type { PlanContext } from './rules/plan-context.ts';
export { PolicyLimits } from './rules/policy-limits.ts';
