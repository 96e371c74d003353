import { isPresentAt, labelsAt, listAt, textAt, textsAt } from './fields.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * Whether labels satisfy a LabelSelector (`matchLabels` and `matchExpressions`). An empty selector matches everything,
 * an absent one nothing; an expression with an operator that does not exist matches nothing.
 */
export function matchesSelector(selector: unknown, labels: Labels): boolean {
  if (typeof selector !== 'object' || selector === null) return false;
  return (
    matchesLabels(labelsAt(selector, 'matchLabels'), labels) &&
    listAt(selector, 'matchExpressions').every((expression) => matchesExpression(expression, labels))
  );
}

/** Whether labels hold all the wanted ones. */
export function matchesLabels(wanted: Labels, labels: Labels): boolean {
  return Object.entries(wanted).every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value);
}

/** Whether labels satisfy one expression of a label selector or a node selector (In, NotIn, Exists, DoesNotExist, Gt, Lt). */
export function matchesExpression(expression: unknown, labels: Labels): boolean {
  const key = textAt(expression, 'key') ?? '';
  const values = textsAt(expression, 'values');
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (textAt(expression, 'operator')) {
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

/** The text of a selector as `kubectl` takes it: `app=cart,tier in (a,b)`. */
export function selectorText(selector: unknown): string {
  const labels = Object.entries(labelsAt(selector, 'matchLabels')).map(([key, value]) => `${key}=${value}`);
  const expressions = listAt(selector, 'matchExpressions').map((expression) => {
    const values = isPresentAt(expression, 'values') ? ` (${textsAt(expression, 'values').join(',')})` : '';
    return `${textAt(expression, 'key') ?? ''} ${(textAt(expression, 'operator') ?? '').toLowerCase()}${values}`;
  });
  return [...labels, ...expressions].join(',');
}

/** Labels as `key=value` entries, sorted. */
export function labelTexts(labels: Labels): string[] {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort();
}
