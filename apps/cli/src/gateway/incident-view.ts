import type { Analysis, Incident, Proposal } from '@auto-ops/contracts';
import type { ShownNode } from '../output/format-node.ts';

/** A line of the gateway's list of incidents. */
export interface IncidentSummary {
  readonly id: string;
  readonly title: string;
  readonly severity: string;
  readonly state: 'queued' | 'investigating' | 'waiting' | 'applying' | 'ended';
  readonly ending?: string;
  readonly run: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  /** When the alert of an ended incident was told of last since. */
  readonly firedAgainAt?: string;
}

/** What the gateway tells of one incident. */
export interface IncidentView extends IncidentSummary {
  readonly incident: Incident;
  readonly nodes: readonly ShownNode[];
  readonly analysis?: Analysis;
  readonly proposal?: Proposal;
  readonly decision?: { readonly verdict: string; readonly approvers: readonly string[] };
  readonly hindrance?: {
    readonly code: string;
    readonly message: string;
    readonly hint: string;
    readonly since: string;
  };
  /** When it runs again by itself. */
  readonly retryAt?: string;
  readonly report?: { readonly ending: string; readonly headline: string };
}
