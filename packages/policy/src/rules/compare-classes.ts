import type { ActionClass } from '@auto-ops/contracts';

const order: readonly ActionClass[] = ['R0', 'R1', 'R2', 'R3', 'R4', 'RX'];

/** Below zero where the first class is the lesser one, above where it is the greater. */
export function compareClasses(left: ActionClass, right: ActionClass): number {
  return order.indexOf(left) - order.indexOf(right);
}
