// Generated from the folders beside it by `npm run generate`; do not edit.
import type { Job } from '../job.ts';
import { job as backup } from './backup/index.ts';
import { job as heartbeat } from './heartbeat/index.ts';
import { job as reindex } from './reindex/index.ts';
import { job as reviewLogs } from './review-logs/index.ts';
import { job as reviewRisk } from './review-risk/index.ts';

/** Every job, in the order of the folder names. */
export const jobs: readonly Job[] = [
  backup,
  heartbeat,
  reindex,
  reviewLogs,
  reviewRisk,
];
