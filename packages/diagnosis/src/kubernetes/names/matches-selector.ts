import { labelsField } from '../../fields/labels-field.ts';
import { listAt } from '../fields/list-at.ts';
import type { Labels } from './labels.ts';
import { matchesExpression } from './matches-expression.ts';
import { matchesLabels } from './matches-labels.ts';

/**
 * Whether labels satisfy a LabelSelector (`matchLabels` and `matchExpressions`). An empty selector matches everything,
 * an absent one nothing; an expression with an operator that does not exist matches nothing.
 */
export function matchesSelector(selector: unknown, labels: Labels): boolean {
  if (typeof selector !== 'object' || selector === null) return false;
  return (
    matchesLabels(labelsField(selector, 'matchLabels'), labels) &&
    listAt(selector, 'matchExpressions').every((expression) => matchesExpression(expression, labels))
  );
}
