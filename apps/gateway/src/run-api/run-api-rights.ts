import { runApiPaths } from '@auto-ops/contracts';

const paths = {
  analysis: runApiPaths.analysis(':run'),
  proposal: runApiPaths.proposal(':run'),
  decision: runApiPaths.decision(':run'),
  alerts: runApiPaths.alerts(':run'),
  report: runApiPaths.report(':run'),
  reportText: runApiPaths.reportText(':run'),
  bundle: runApiPaths.bundle(':run'),
  policyState: runApiPaths.policyState(),
  approver: '/v1/approvers/:id',
  maintenance: runApiPaths.maintenance(':run'),
  health: runApiPaths.health(':run'),
  knowledge: runApiPaths.knowledge(':run'),
  logReview: runApiPaths.logReview(':run'),
  riskReview: runApiPaths.riskReview(':run'),
  backup: runApiPaths.backup(':run'),
  intake: runApiPaths.intake(':run'),
};

/** What each ServiceAccount of the steps may ask; nobody else may ask anything. */
export const runApiRights: Readonly<Record<string, readonly string[]>> = {
  actuator: [
    `PUT ${paths.analysis}`,
    `PUT ${paths.proposal}`,
    `GET ${paths.decision}`,
    `GET ${paths.alerts}`,
    `PUT ${paths.report}`,
    `PUT ${paths.reportText}`,
    `PUT ${paths.bundle}`,
    `GET ${paths.policyState}`,
    `GET ${paths.approver}`,
  ],
  'actuator-apply': [`GET ${paths.decision}`, `GET ${paths.policyState}`, `GET ${paths.approver}`],
  'actuator-rehearse': [`GET ${paths.policyState}`],
  'collector-context': [`GET ${paths.bundle}`],
  'collector-source': [`GET ${paths.bundle}`],
  intake: [`PUT ${paths.intake}`],
  'maintenance-backup': [`GET ${paths.maintenance}`, `GET ${paths.backup}`, `PUT ${paths.backup}`],
  'maintenance-heartbeat': [`GET ${paths.maintenance}`, `PUT ${paths.health}`],
  'maintenance-reindex': [`GET ${paths.maintenance}`, `PUT ${paths.knowledge}`],
  'maintenance-review-logs': [`GET ${paths.maintenance}`, `PUT ${paths.logReview}`],
  'maintenance-review-risk': [`GET ${paths.maintenance}`, `PUT ${paths.riskReview}`],
};
