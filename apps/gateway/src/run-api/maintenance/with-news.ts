import { LogReview, type LogTemplate } from '@auto-ops/contracts';

function identityOf({ template, namespace, workload }: LogTemplate): string {
  return JSON.stringify([namespace, workload?.kind, workload?.name, template]);
}

/** A log review that says of each kind of line whether the review before it had it; all are new where there was none. */
export function withNews(result: unknown, before: unknown): unknown {
  const review = LogReview.parse(result);
  const known = new Set((LogReview.safeParse(before).data?.templates ?? []).map(identityOf));
  return { ...review, templates: review.templates.map((line) => ({ ...line, isNew: !known.has(identityOf(line)) })) };
}
