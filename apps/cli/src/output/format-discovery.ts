import { styleText } from 'node:util';
import type { DiscoverAnswer } from '../discover/discover-cluster.ts';
import type { Found } from '../discover/discovery.ts';

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', styleText('bold', title), ...lines.map((line) => `  ${line}`.trimEnd())];
}

function placeOf({ namespace, name }: Found): string {
  return [namespace, name].filter((part) => part !== undefined && part !== '').join('/');
}

/** Columns as wide as their widest cell, up to 44 characters. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(44, Math.max(...rows.map((row) => (row[column] ?? '').length))),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** What was found, proposed and missed, for a terminal. */
export function formatDiscovery({ server, found, settings, patches, missing, unreadable }: DiscoverAnswer): string {
  const rows = found.map((one) => [
    one.what,
    one.version ?? '-',
    placeOf(one) || '-',
    one.use === 'used' ? 'used' : 'found, not used yet',
    one.detail ?? '',
  ]);
  const proposed = [
    ...settings.flatMap(({ variable, value, reason }) => {
      const [first = '', ...rest] = value.split('\n');
      return [
        `${variable}=${first}    # ${reason}`,
        ...rest.map((line) => `${' '.repeat(variable.length + 1)}${line}`),
      ];
    }),
    ...patches.map(({ target, reason }) => `patch of ${target.kind} ${target.name}    # ${reason}`),
  ];
  const gaps = missing.flatMap(({ weight, what, next, snippet }) => [
    `  ${styleText(weight === 'needed' ? 'red' : 'yellow', weight.padEnd(8))}${what}`,
    `          next: ${next}`,
    // From the first column on, so that it can be pasted.
    ...(snippet === undefined ? [] : ['', snippet.trimEnd(), '']),
  ]);
  return [
    styleText('bold', `Kubernetes ${server ?? '(its version may not be read)'}`),
    ...section('Found', table(rows)),
    ...section('Proposed (--output yaml: an overlay, --output env: lines for .env)', proposed),
    ...(gaps.length === 0 ? [] : ['', styleText('bold', 'Missing'), ...gaps]),
    ...section(
      'Not readable',
      unreadable.map(({ what, reason }) => `${what}: ${reason}`),
    ),
    '',
    missing.some(({ weight }) => weight === 'needed')
      ? 'Something that auto-ops needs on a cluster is missing.'
      : `Nothing that auto-ops needs on a cluster is missing${unreadable.length === 0 ? '' : ', as far as could be read'}.`,
    '',
  ].join('\n');
}
