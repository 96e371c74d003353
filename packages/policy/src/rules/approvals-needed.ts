import { type ActionClass, AutoOpsError } from '@auto-ops/contracts';

/** How many different people have to approve a class; throws `ACTION_FORBIDDEN` for what nobody can approve. */
export function approvalsNeeded(actionClass: ActionClass): 0 | 1 | 2 {
  switch (actionClass) {
    case 'R0':
    case 'R1':
      return 0;
    case 'R2':
    case 'R3':
      return 1;
    case 'R4':
      return 2;
    case 'RX':
      throw new AutoOpsError('ACTION_FORBIDDEN', 'Policy never allows a plan of class RX.');
  }
}
