import { confidenceOf } from '../ranking/confidence-of.ts';
import { connected } from '../ranking/connected.ts';
import type { Candidate } from '../ranking/rank-findings.ts';

const identified = { confidence: 0.8, proof: 0.7 };
const suspected = 0.4;
/** Beside the alert's target, in its namespace, not connected with it as far as the evidence shows. */
const beside = { confidence: 0.5, nearness: 0.4 };

/** The verdict that the best candidate carries where nothing proves that all is well. */
export function decideVerdict(candidates: readonly Candidate[]): 'identified' | 'suspected' | 'unknown' {
  const [first] = candidates;
  if (first === undefined) return 'unknown';
  const confidence = confidenceOf(first.score);
  if (first.nearness < connected) {
    return first.nearness >= beside.nearness && confidence >= beside.confidence ? 'suspected' : 'unknown';
  }
  if (confidence >= identified.confidence && first.proof >= identified.proof) return 'identified';
  return confidence >= suspected ? 'suspected' : 'unknown';
}
