import type { DiffLines } from './diff-lines.ts';
import { settingsIn } from './settings-in.ts';

/** Whether a change does nothing but raise settings: longer times, larger pools, more attempts. */
export function onlyLoosens({ removed, added }: Pick<DiffLines, 'removed' | 'added'>): boolean {
  if (removed.length !== added.length || removed.length === 0) return false;
  return removed.every((line, index) => {
    const before = [...settingsIn([line])];
    const after = settingsIn([added[index] ?? '']);
    return (
      before.length > 0 &&
      before.every(([name, { value }]) => (after.get(name)?.value ?? Number.NEGATIVE_INFINITY) > value)
    );
  });
}
