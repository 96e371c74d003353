import type { Report } from '@auto-ops/contracts';
import type { StepDocuments } from './step-documents.ts';

/**
 * How a run ended, in one word, from the last document it wrote. `now` tells whether a proposal ran out; a run that was `cancelled`
 * stopped where it was, so what it has not written says nothing.
 */
export function endingOf(documents: StepDocuments, now: string, cancelled = false): Report['ending'] {
  const { analysis, plan, reviews, proposal, decision } = documents;
  if (cancelled && decision === undefined) return 'cancelled';
  if (analysis === undefined) return 'failed';
  if (analysis.verdict === 'no-fault') return 'no-fault';
  if (proposal === undefined) {
    if (reviews.length > 0) return reviews.at(-1)?.verdict === 'approved' ? 'failed' : 'not-approved-by-review';
    if (plan?.verdict === 'none') return analysis.verdict === 'unknown' ? 'unknown' : 'no-fix';
    if (documents.attempts > 0) return 'failed';
    return analysis.verdict === 'unknown' ? 'unknown' : 'no-fix';
  }
  if (decision === undefined) {
    const word = documents.steps.findLast((step) => step.step === 'decide')?.outputs.verdict;
    return word === 'expired' || Date.parse(now) >= Date.parse(proposal.expiresAt) ? 'expired' : 'failed';
  }
  return decision.verdict === 'approved' ? endingOfChange(documents) : decision.verdict;
}

function endingOfChange({ effects, outcome, undo }: StepDocuments): Report['ending'] {
  const hasToBeUndone = effects?.verdict === 'partial' || (outcome?.verdict === 'worse' && outcome.live);
  if (hasToBeUndone || (undo !== undefined && undo.verdict !== 'nothing')) {
    return undo?.verdict === 'applied' ? 'undone' : 'undo-failed';
  }
  if (effects === undefined || effects.verdict === 'failed') return 'apply-failed';
  if (outcome === undefined) return 'unverified';
  return outcome.verdict === 'worse' ? 'unchanged' : outcome.verdict;
}
