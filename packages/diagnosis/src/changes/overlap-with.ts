import { compareText } from '../order/compare-text.ts';
import type { CandidateChange } from './candidate-change.ts';
import { termsOf } from './terms-of.ts';

type Weighed = readonly { readonly text: string; readonly weight: number }[];

/** How much of what the errors say a change speaks of. */
export interface Overlap {
  /** 0 to 1, where 1 is the change that shares most. */
  readonly share: number;
  /** Shared terms, weightiest first. */
  readonly terms: readonly string[];
}

/** Compares every change with the errors; a term weighs more the fewer changes use it. */
export function overlapWith(errors: Weighed, changes: readonly CandidateChange[]): readonly Overlap[] {
  const wanted = weighTerms(errors);
  const spoken = changes.map(({ texts }) => weighTerms(texts));
  const frequency = new Map<string, number>();
  for (const terms of spoken) for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
  const sums = spoken.map((terms) => {
    const shared = [...terms].flatMap(([term, weight]) => {
      const importance = wanted.get(term);
      if (importance === undefined) return [];
      const rarity = Math.log(1 + changes.length / (frequency.get(term) ?? 1)) / Math.log(1 + changes.length);
      return [{ term, weight: importance * weight * rarity }];
    });
    shared.sort((left, right) => right.weight - left.weight || compareText(left.term, right.term));
    // Long diffs mention much: each further term counts less.
    const sum = shared.reduce((total, { weight }, index) => total + weight / (1 + index * 0.15), 0);
    return { sum, terms: shared.map(({ term }) => term) };
  });
  const most = Math.max(1, ...sums.map(({ sum }) => sum));
  return sums.map(({ sum, terms }) => ({ share: sum / most, terms }));
}

function weighTerms(texts: Weighed): ReadonlyMap<string, number> {
  const terms = new Map<string, number>();
  for (const { text, weight } of texts)
    for (const term of termsOf(text)) terms.set(term, Math.max(weight, terms.get(term) ?? 0));
  return terms;
}
