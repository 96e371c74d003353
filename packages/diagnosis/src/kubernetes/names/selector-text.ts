import { labelsField } from '../../fields/labels-field.ts';
import { textField } from '../../fields/text-field.ts';
import { isPresentAt } from '../fields/is-present-at.ts';
import { listAt } from '../fields/list-at.ts';
import { textsAt } from '../fields/texts-at.ts';

/** The text of a selector as `kubectl` takes it: `app=cart,tier in (a,b)`. */
export function selectorText(selector: unknown): string {
  const labels = Object.entries(labelsField(selector, 'matchLabels')).map(([key, value]) => `${key}=${value}`);
  const expressions = listAt(selector, 'matchExpressions').map((expression) => {
    const values = isPresentAt(expression, 'values') ? ` (${textsAt(expression, 'values').join(',')})` : '';
    return `${textField(expression, 'key') ?? ''} ${(textField(expression, 'operator') ?? '').toLowerCase()}${values}`;
  });
  return [...labels, ...expressions].join(',');
}
