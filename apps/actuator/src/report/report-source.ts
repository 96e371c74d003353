import type { Evidence, Report } from '@auto-ops/contracts';
import type { StepDocuments } from './step-documents.ts';

/** What a section is made from. */
export interface ReportSource {
  readonly report: Report;
  readonly documents: StepDocuments;
  /** By id. */
  readonly evidence: ReadonlyMap<string, Evidence>;
}
