import type { Delays } from './delays.ts';

const minute = 60_000;

/** Posted again after 5, 10 and 20 s, then created; woken again after 10 s, then by the server. */
export const usualDelays: Delays = {
  post: 5000,
  posts: 3,
  wake: 10_000,
  wakes: 2,
  stop: 10_000,
  keepEnded: 60 * minute,
  keepRecord: 30 * 24 * 60 * minute,
};
