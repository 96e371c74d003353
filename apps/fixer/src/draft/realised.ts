import type { Action } from '@auto-ops/contracts';

/** What a candidate became for this run: actions, or the reason why it cannot be done here. */
export type Realised =
  | { readonly actions: readonly Action[]; readonly notes: readonly string[] }
  | { readonly actions?: undefined; readonly reason: string };
