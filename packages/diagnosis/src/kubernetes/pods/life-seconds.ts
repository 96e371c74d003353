import { secondsBetween } from '../times/seconds-between.ts';
import type { Termination } from './containers-of.ts';

const decadeSeconds = 315_360_000;

/** How long a finished life lasted; undefined for one that never began (its start is then the epoch). */
export function lifeSeconds(end: Termination): number | undefined {
  const life = secondsBetween(end.startedAt, end.finishedAt);
  return life === undefined || life > decadeSeconds ? undefined : life;
}
