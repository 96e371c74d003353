import type { Revision } from '@auto-ops/policy';

/** Whether two pod templates differ in one of these members of their spec. */
export function differIn(left: Revision, right: Revision, ...members: readonly string[]): boolean {
  const read = (revision: Revision, member: string) =>
    JSON.stringify((revision.template.spec as Record<string, unknown>)[member] ?? null);
  return members.some((member) => read(left, member) !== read(right, member));
}
