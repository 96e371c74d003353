import type { Expression } from './expression.ts';

/** Every name in an expression, left to right, with repetitions. */
export function namesOf(expression: Expression): string[] {
  switch (expression.kind) {
    case 'text':
      return [];
    case 'name':
      return [expression.name];
    case 'not':
      return namesOf(expression.operand);
    default:
      return [...namesOf(expression.left), ...namesOf(expression.right)];
  }
}
