import type { Evidence } from '@auto-ops/contracts';
import type { Opinion, ReviewCheck } from '../review/review-check.ts';

/** Text that anybody can make a program write; alone it moves nothing. */
const words = new Set<Evidence['kind']>(['log', 'document']);

/** Every action cites evidence that exists, and not the words of logs alone. */
export const citesEvidence: ReviewCheck = {
  name: 'cites-evidence',
  run({ plan, evidence }) {
    const known = new Map(evidence.map((item) => [item.id, item]));
    return plan.actions.map((action): Opinion => {
      const cited = action.evidence.map((reference) => ({ reference, item: resolve(reference, known) }));
      const unknown = cited.filter(({ item }) => item === undefined).map(({ reference }) => reference);
      if (unknown.length > 0)
        return { action: action.id, result: 'failed', detail: `There is no evidence ${unknown.join(', ')}.` };
      if (cited.every(({ item }) => item !== undefined && words.has(item.kind)))
        return {
          action: action.id,
          result: 'failed',
          isFinal: true,
          detail: 'Only words of logs or documents speak for it.',
        };
      return { action: action.id, result: 'passed', detail: `${cited.length} pieces of evidence, all there.` };
    });
  },
};

/** `ev-31#3` is the fourth entry of the item `ev-31`; an id may itself hold a `#`. */
function resolve(reference: string, known: ReadonlyMap<string, Evidence>): Evidence | undefined {
  const whole = known.get(reference);
  if (whole !== undefined) return whole;
  const match = /^(.+)#([0-9]+)$/.exec(reference);
  const item = known.get(match?.[1] ?? '');
  if (item === undefined || (item.kind !== 'log' && item.kind !== 'span')) return undefined;
  const entry = Number(match?.[2]);
  return entry < (item.body?.entries.length ?? 0) ? item : undefined;
}
