import { field } from '../fields/field.ts';
import { listField } from '../fields/list-field.ts';
import { textField } from '../fields/text-field.ts';
import { compareText } from '../order/compare-text.ts';

/** One difference between two pod templates. */
export interface TemplateDifference {
  /** For example `container cart: image` or `container cart: env DB_URL`. */
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const containerFields = [
  'image',
  'command',
  'args',
  'ports',
  'resources',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'envFrom',
  'volumeMounts',
  'securityContext',
  'lifecycle',
  'workingDir',
];
const podFields = [
  'serviceAccountName',
  'nodeSelector',
  'affinity',
  'tolerations',
  'topologySpreadConstraints',
  'volumes',
  'securityContext',
  'imagePullSecrets',
  'priorityClassName',
  'hostNetwork',
  'terminationGracePeriodSeconds',
];
const longest = 60;

/** What differs between two pod templates, in the order of a template; values are cut, literal environment values are not shown. */
export function templateDifferences(before: unknown, after: unknown): readonly TemplateDifference[] {
  const found: TemplateDifference[] = [];
  const compare = (what: string, left: unknown, right: unknown, show = shown) => {
    if (stable(left) !== stable(right)) found.push({ what, before: show(left), after: show(right) });
  };
  for (const list of ['initContainers', 'containers']) {
    const olds = byName(listField(before, 'spec', list));
    const news = byName(listField(after, 'spec', list));
    for (const name of [...new Set([...olds.keys(), ...news.keys()])].sort(compareText)) {
      const old = olds.get(name);
      const next = news.get(name);
      if (old === undefined || next === undefined) {
        found.push({
          what: `container ${name}`,
          before: old === undefined ? 'absent' : 'present',
          after: next === undefined ? 'absent' : 'present',
        });
        continue;
      }
      for (const part of containerFields) compare(`container ${name}: ${part}`, field(old, part), field(next, part));
      const oldEnvironment = byName(listField(old, 'env'));
      const newEnvironment = byName(listField(next, 'env'));
      for (const variable of [...new Set([...oldEnvironment.keys(), ...newEnvironment.keys()])].sort(compareText)) {
        compare(
          `container ${name}: env ${variable}`,
          oldEnvironment.get(variable),
          newEnvironment.get(variable),
          shownVariable,
        );
      }
    }
  }
  for (const part of podFields) compare(`pod ${part}`, field(before, 'spec', part), field(after, 'spec', part));
  return found;
}

function byName(list: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(list.map((entry) => [textField(entry, 'name') ?? '', entry]));
}

function shown(value: unknown): string {
  if (value === undefined) return 'absent';
  const text = (typeof value === 'string' ? value : stable(value)).replace(/\s+/g, ' ');
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

/** A literal may be a secret; where it comes from is enough. */
function shownVariable(value: unknown): string {
  if (value === undefined) return 'absent';
  const source = field(value, 'valueFrom');
  return source === undefined ? 'a literal value' : shown(source);
}

/** JSON with sorted keys, so that the order of fields is no difference. */
function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join(',')}]`;
  if (value !== null && typeof value === 'object') {
    const members = Object.entries(value).filter(([, member]) => member !== undefined && member !== null);
    return `{${members
      .sort(([left], [right]) => compareText(left, right))
      .map(([key, member]) => `${key}:${stable(member)}`)
      .join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
