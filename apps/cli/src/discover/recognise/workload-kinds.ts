import { kinds } from '../kinds.ts';

/** Where pods come from. */
export const workloadKinds = [kinds.deployments, kinds.statefulSets, kinds.daemonSets] as const;
