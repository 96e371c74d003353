/** Addresses of the run API, below the socket or the internal port of the gateway. */
export const runApiPaths = {
  proposal: (run: string) => `/v1/runs/${run}/proposal`,
  decision: (run: string) => `/v1/runs/${run}/decision`,
  alerts: (run: string) => `/v1/runs/${run}/alerts`,
  report: (run: string) => `/v1/runs/${run}/report`,
  reportText: (run: string) => `/v1/runs/${run}/report.md`,
  bundle: (run: string) => `/v1/runs/${run}/bundle`,
  policyState: () => '/v1/policy-state',
  approver: (id: string) => `/v1/approvers/${encodeURIComponent(id)}`,
} as const;
