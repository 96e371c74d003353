import { Analysis, Incident, Proposal } from '@auto-ops/contracts';
import { z } from 'zod';

/** An incident in a list. */
export const IncidentSummary = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    severity: z.string(),
    state: z.enum(['queued', 'investigating', 'waiting', 'applying', 'ended']),
    ending: z.string().optional(),
    run: z.string(),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'IncidentSummary' });
export type IncidentSummary = z.infer<typeof IncidentSummary>;

/** One node of the run as people see it. */
export const NodeView = z
  .strictObject({
    name: z.string(),
    kind: z.string(),
    phase: z.string(),
    startedAt: z.string().optional(),
    finishedAt: z.string().optional(),
    message: z.string().optional(),
    outputs: z.record(z.string(), z.string()),
  })
  .meta({ id: 'RunNode' });
export type NodeView = z.infer<typeof NodeView>;

/** An incident with everything known of it so far. */
export const IncidentView = IncidentSummary.extend({
  incident: Incident,
  nodes: z.array(NodeView),
  analysis: Analysis.optional(),
  proposal: Proposal.optional(),
  decision: z.strictObject({ verdict: z.string(), approvers: z.array(z.string()) }).optional(),
  report: z.strictObject({ ending: z.string(), headline: z.string() }).optional(),
}).meta({ id: 'Incident' });
export type IncidentView = z.infer<typeof IncidentView>;
