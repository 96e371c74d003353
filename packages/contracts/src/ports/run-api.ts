import { z } from 'zod';
import { Alert } from '../alert.ts';
import { ActionClass } from '../action-class.ts';

/** What the gateway answers about an approver at the moment of execution. */
export const ApproverState = z.strictObject({ id: z.string(), active: z.boolean(), roles: z.array(z.string()) });
export type ApproverState = z.infer<typeof ApproverState>;

/** The present state of an incident's alerts. */
export const AlertState = z.strictObject({ alerts: z.array(Alert) });
export type AlertState = z.infer<typeof AlertState>;

/** A stop of changes: everything, one namespace, or all actions of a class and above. */
export const Freeze = z.strictObject({
  id: z.string(),
  namespace: z.string().optional(),
  class: ActionClass.optional(),
  reason: z.string(),
});
export type Freeze = z.infer<typeof Freeze>;

/** The state that limits and escalators are computed from. */
export const PolicyState = z.strictObject({
  freezes: z.array(Freeze),
  /** Live actions of the last hour by `namespace/name` of the target. */
  recentActions: z.record(z.string(), z.int()),
  /** Live actions of the last 24 hours. */
  actionsToday: z.int(),
  /** Verifications that failed in the last 24 hours. */
  failedVerifications: z.int(),
});
export type PolicyState = z.infer<typeof PolicyState>;

/** Addresses of the run API, below the socket or the internal port of the gateway. */
export const runApiPaths = {
  proposal: (run: string) => `/v1/runs/${run}/proposal`,
  decision: (run: string) => `/v1/runs/${run}/decision`,
  alerts: (run: string) => `/v1/runs/${run}/alerts`,
  report: (run: string) => `/v1/runs/${run}/report`,
  bundle: (run: string) => `/v1/runs/${run}/bundle`,
  policyState: () => '/v1/policy-state',
  approver: (id: string) => `/v1/approvers/${encodeURIComponent(id)}`,
} as const;
