import type { LiveObject } from '@auto-ops/policy';
import { stringify } from 'yaml';
import { unifiedDiff } from '../diff/unified-diff.ts';
import { stableObject } from './stable-object.ts';

/** The unified diff between two states of one object as YAML, bookkeeping left out; `hide` takes secrets out of both sides alike. */
export function objectDiff(before: LiveObject, after: LiveObject | undefined, hide: (text: string) => string): string {
  const { kind, metadata } = before;
  const name = [kind, metadata.namespace, metadata.name].filter((part) => part !== undefined).join('/');
  const text = (object: LiveObject | undefined) =>
    object === undefined ? '' : hide(stringify(stableObject(object), { sortMapEntries: true, lineWidth: 0 }));
  return unifiedDiff(name, text(before), text(after));
}
