import { Analysis, Incident, Proposal } from '@auto-ops/contracts';
import { z } from 'zod';
import { IncidentSummary } from './incident-summary.ts';
import { NodeView } from './node-view.ts';

/** An incident with everything known of it so far. */
export const IncidentView = IncidentSummary.extend({
  incident: Incident,
  nodes: z.array(NodeView),
  analysis: Analysis.optional(),
  proposal: Proposal.optional(),
  decision: z.strictObject({ verdict: z.string(), approvers: z.array(z.string()) }).optional(),
  /** Why its run cannot start, and since when that is so. */
  hindrance: z.strictObject({ code: z.string(), message: z.string(), hint: z.string(), since: z.string() }).optional(),
  /** When it runs again by itself, because its alert still fires. */
  retryAt: z.string().optional(),
  report: z.strictObject({ ending: z.string(), headline: z.string() }).optional(),
}).meta({ id: 'Incident' });
export type IncidentView = z.infer<typeof IncidentView>;
