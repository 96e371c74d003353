import type { JsonValue } from '@auto-ops/contracts';
import { stringify } from 'yaml';

/** A value as lines of block YAML, each after `indent` spaces but the first. */
export function renderBlock(value: JsonValue, indent: number): string {
  const lines = stringify(value, { lineWidth: 0, indent: 2 }).trimEnd().split('\n');
  return lines.map((line, index) => (index === 0 || line === '' ? line : `${' '.repeat(indent)}${line}`)).join('\n');
}
