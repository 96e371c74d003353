import { labelsField } from '../fields/labels-field.ts';
import { listField } from '../fields/list-field.ts';
import { textField } from '../fields/text-field.ts';

/** Whether labels satisfy a Kubernetes label selector; an empty selector matches everything, a missing one nothing. */
export function matchesSelector(selector: unknown, labels: Readonly<Record<string, string>>): boolean {
  if (selector === null || typeof selector !== 'object') return false;
  const equal = Object.entries(labelsField(selector, 'matchLabels'));
  if (!equal.every(([name, value]) => labels[name] === value)) return false;
  return listField(selector, 'matchExpressions').every((expression) => {
    const value = labels[textField(expression, 'key') ?? ''];
    const values = listField(expression, 'values');
    switch (textField(expression, 'operator')) {
      case 'In':
        return value !== undefined && values.includes(value);
      case 'NotIn':
        return value === undefined || !values.includes(value);
      case 'Exists':
        return value !== undefined;
      case 'DoesNotExist':
        return value === undefined;
      default:
        return false;
    }
  });
}
