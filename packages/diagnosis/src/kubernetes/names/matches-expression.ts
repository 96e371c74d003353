import { textField } from '../../fields/text-field.ts';
import { textsAt } from '../fields/texts-at.ts';
import type { Labels } from './labels.ts';

/** Whether labels satisfy one expression of a label selector or a node selector (In, NotIn, Exists, DoesNotExist, Gt, Lt). */
export function matchesExpression(expression: unknown, labels: Labels): boolean {
  const key = textField(expression, 'key') ?? '';
  const values = textsAt(expression, 'values');
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (textField(expression, 'operator')) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'Gt':
      return value !== undefined && Number(value) > Number(values[0]);
    case 'Lt':
      return value !== undefined && Number(value) < Number(values[0]);
    default:
      return false;
  }
}
