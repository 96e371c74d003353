import type { Analysis } from '@auto-ops/contracts';
import type { RankedChange } from './rank-changes.ts';

/** Ranked changes in the form of an Analysis: the twenty best above nothing. */
export function suspectChanges(ranked: readonly RankedChange[]): Analysis['suspectChanges'] {
  return ranked
    .filter(({ score }) => score > 0.05)
    .slice(0, 20)
    .map(({ change, score, reasons }) => ({ id: change.id, score, reasons: [change.title, ...reasons] }));
}
