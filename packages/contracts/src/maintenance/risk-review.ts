import { z } from 'zod';
import { ActionClass } from '../action-class.ts';
import { MaintenanceSubject } from './maintenance-subject.ts';
import { RiskFinding } from './risk-finding.ts';

const subject = MaintenanceSubject.required().shape;

/** What a pull request would risk, with the class of its worst finding. */
export const RiskReview = z.strictObject({
  schemaVersion: z.literal(1),
  repository: subject.repository,
  pullRequest: subject.pullRequest,
  base: subject.base,
  head: subject.commit,
  class: ActionClass,
  findings: z.array(RiskFinding).max(500),
  files: z.int().min(0),
  additions: z.int().min(0),
  deletions: z.int().min(0),
});
export type RiskReview = z.infer<typeof RiskReview>;
