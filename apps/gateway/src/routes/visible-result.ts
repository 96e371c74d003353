import { HealthReport, LogReview, type MaintenanceJob } from '@auto-ops/contracts';
import type { Identity } from '../control/identity.ts';

/** The part of a job's result that a person may see: somebody with a namespace scope sees what is of those namespaces alone. */
export function visibleResult(person: Identity, job: MaintenanceJob, result: unknown): unknown {
  const { namespaces } = person;
  if (namespaces.length === 0) return result;
  const isTheirs = ({ namespace }: { readonly namespace?: string | undefined }) =>
    namespace !== undefined && namespaces.includes(namespace);
  if (job === 'heartbeat') {
    const report = HealthReport.safeParse(result).data;
    return report && { ...report, checks: report.checks.filter(isTheirs) };
  }
  if (job === 'review-logs') {
    const review = LogReview.safeParse(result).data;
    return review && { ...review, templates: review.templates.filter(isTheirs) };
  }
  return undefined;
}
