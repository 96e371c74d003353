import { runApiPaths } from '@auto-ops/contracts';

const paths = {
  proposal: runApiPaths.proposal(':run'),
  decision: runApiPaths.decision(':run'),
  alerts: runApiPaths.alerts(':run'),
  report: runApiPaths.report(':run'),
  reportText: runApiPaths.reportText(':run'),
  bundle: runApiPaths.bundle(':run'),
  policyState: runApiPaths.policyState(),
  approver: '/v1/approvers/:id',
};

/** What each ServiceAccount of the steps may ask; nobody else may ask anything. */
export const runApiRights: Readonly<Record<string, readonly string[]>> = {
  actuator: [
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
};
