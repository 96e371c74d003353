import type { Relation } from '../graph/graph.ts';
import type { Along } from './explanations.ts';

/** Which edges a walk from a symptom towards its cause may take. */
export interface Walk {
  readonly forward: readonly Relation[];
  readonly backward: readonly Relation[];
  readonly limit: number;
}

/** A pod is reached over `selects`, its workload by going back over `owns`. */
export const walks: Readonly<Record<Extract<Along, 'serves' | 'needs' | 'runsOn'>, Walk>> = {
  serves: { forward: ['routesTo', 'selects', 'scales', 'owns', 'calls'], backward: ['owns'], limit: 5 },
  needs: { forward: ['mounts', 'uses', 'calls', 'routesTo', 'selects', 'owns'], backward: ['owns'], limit: 6 },
  runsOn: { forward: ['owns', 'runsOn', 'scales', 'routesTo', 'selects'], backward: [], limit: 5 },
};
