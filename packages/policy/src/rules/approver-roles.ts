import type { ActionClass } from '@auto-ops/contracts';

/** The roles of which an approver needs one; an administrator of the service owns no workload, so R3 and R4 ask for an approver. */
export function approverRoles(actionClass: ActionClass): readonly string[] {
  return actionClass === 'R3' || actionClass === 'R4' ? ['approver'] : ['approver', 'admin'];
}
