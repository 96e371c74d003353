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
  maintenance: (run: string) => `/v1/maintenance/${run}`,
  health: (run: string) => `/v1/maintenance/${run}/health`,
  knowledge: (run: string) => `/v1/maintenance/${run}/knowledge`,
  logReview: (run: string) => `/v1/maintenance/${run}/log-review`,
  riskReview: (run: string) => `/v1/maintenance/${run}/risk-review`,
  backup: (run: string) => `/v1/maintenance/${run}/backup`,
  intake: (run: string) => `/v1/intake/${run}`,
  deadLetters: () => '/v1/dead-letters',
} as const;
