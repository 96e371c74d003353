import type { Resource } from '@auto-ops/evidence';
import { kinds } from './kinds.ts';

/** Kinds of which it is enough to know that they are there. */
export const metadataAlone: ReadonlySet<Resource> = new Set<Resource>([
  kinds.nodes,
  kinds.admissionPolicies,
  kinds.workflowTemplates,
  kinds.eventSources,
  kinds.sensors,
  kinds.serviceMonitors,
]);
