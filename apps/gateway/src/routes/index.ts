import { decideIncident } from './decide-incident.ts';
import { downloadBundle } from './download-bundle.ts';
import { health } from './health.ts';
import { listIncidents } from './list-incidents.ts';
import { listMaintenance } from './list-maintenance.ts';
import { listRiskReviews } from './list-risk-reviews.ts';
import { manageFreezes } from './manage-freezes.ts';
import { metrics } from './metrics.ts';
import { receiveHook } from './receive-hook.ts';
import { reportIssue } from './report-issue.ts';
import { retryIncident } from './retry-incident.ts';
import type { Route } from './route.ts';
import { searchKnowledge } from './search-knowledge.ts';
import { showAudit } from './show-audit.ts';
import { showIncident } from './show-incident.ts';
import { showReport } from './show-report.ts';

/** Every public route. */
export const routes: readonly Route[] = [
  receiveHook,
  reportIssue,
  listIncidents,
  showIncident,
  showReport,
  downloadBundle,
  decideIncident,
  retryIncident,
  manageFreezes,
  showAudit,
  listMaintenance,
  listRiskReviews,
  searchKnowledge,
  health,
  metrics,
];
