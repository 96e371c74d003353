import type { Resource } from '@auto-ops/evidence';
import type { ClusterView } from './cluster-view.ts';
import type { Discovery } from './discovery.ts';
import type { ObjectName } from './object-name.ts';

/** Looks for one kind of thing. It asks nothing of the cluster itself: what it needs is read before, once for all finders. */
export interface Finder {
  readonly name: string;
  readonly title: string;
  /** What it looks at, in the whole cluster. */
  readonly reads: readonly Resource[];
  /** Single ConfigMaps that the first look leads to. */
  readonly follows?: (cluster: ClusterView) => readonly ObjectName[];
  /** What it recognises, and what it proposes and misses. It claims that something is missing only where all was read. */
  readonly find: (cluster: ClusterView) => Discovery;
}
