import type { JsonValue } from '@auto-ops/contracts';

/** One step into a value: a member, an element by position, or the element of a list that one of its members names. */
export type PathStep = string | number | { readonly by: string; readonly value: string | number };

/** One value that differs; `undefined` stands for absent. */
export interface ValueChange {
  readonly path: readonly PathStep[];
  readonly before: JsonValue | undefined;
  readonly after: JsonValue | undefined;
}
