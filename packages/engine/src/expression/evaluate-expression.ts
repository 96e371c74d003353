import { AutoOpsError } from '@auto-ops/contracts';
import type { Expression } from './expression.ts';

type Value = string | boolean;

/** What the names and the quoted texts of an expression stand for. */
export interface Meaning {
  name(name: string): Value;
  text(text: string): string;
}

function meaningOf(expression: Expression, meaning: Meaning): Value {
  switch (expression.kind) {
    case 'text':
      return meaning.text(expression.value);
    case 'name':
      return meaning.name(expression.name);
    case 'not':
      return !evaluateExpression(expression.operand, meaning);
    case 'and':
      return evaluateExpression(expression.left, meaning) && evaluateExpression(expression.right, meaning);
    case 'or':
      return evaluateExpression(expression.left, meaning) || evaluateExpression(expression.right, meaning);
    case 'equal':
      return meaningOf(expression.left, meaning) === meaningOf(expression.right, meaning);
    case 'unequal':
      return meaningOf(expression.left, meaning) !== meaningOf(expression.right, meaning);
  }
}

/** The truth of an expression; throws TEMPLATE_INVALID where a text stands for a truth value. */
export function evaluateExpression(expression: Expression, meaning: Meaning): boolean {
  const value = meaningOf(expression, meaning);
  if (typeof value === 'boolean') return value;
  throw new AutoOpsError('TEMPLATE_INVALID', `\`${value}\` is neither true nor false`);
}
