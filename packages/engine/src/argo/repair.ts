import type { RunEnd } from './run-record.ts';

/** What is to be done about a run now. */
export type Repair =
  | { readonly kind: 'post' }
  | { readonly kind: 'create' }
  | { readonly kind: 'see'; readonly workflow: string }
  | { readonly kind: 'wake'; readonly nodes: readonly string[]; readonly how: 'event' | 'server' }
  | { readonly kind: 'stop' }
  | { readonly kind: 'end'; readonly end: RunEnd }
  | { readonly kind: 'remove' }
  /** Nothing before `until`, in milliseconds since 1970; nothing at all where that is absent. */
  | { readonly kind: 'rest'; readonly until?: number };
