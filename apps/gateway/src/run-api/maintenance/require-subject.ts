import { AutoOpsError, RiskReview } from '@auto-ops/contracts';
import type { MaintenanceRecord } from '../../store/maintenance-record.ts';

/** A run that reads what a stranger wrote speaks for the pull request it was asked about, and for no other; throws REQUEST_INVALID. */
export function requireSubject({ run, subject }: MaintenanceRecord, result: unknown): void {
  const { repository, pullRequest, head, base } = RiskReview.parse(result);
  const pairs = [
    ['/repository', repository, subject?.repository],
    ['/pullRequest', pullRequest, subject?.pullRequest],
    ['/head', head, subject?.commit],
    ['/base', base, subject?.base],
  ] as const;
  for (const [pointer, given, asked] of pairs) {
    if (given !== asked)
      throw new AutoOpsError(
        'REQUEST_INVALID',
        `${pointer}: is ${given}, and ${run} was asked about ${asked ?? 'none'}`,
      );
  }
}
