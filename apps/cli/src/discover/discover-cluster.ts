import type { ClusterView, Unreadable } from './cluster-view.ts';
import type { Discovery, Found, Gap, Patch, Setting } from './discovery.ts';
import type { Finder } from './finder.ts';
import { heartbeatChecks } from './heartbeat-checks.ts';

/** Everything that was found, proposed and missed; the answer of `discover --output json`. */
export interface DiscoverAnswer {
  readonly schemaVersion: 1;
  readonly server: string | null;
  readonly found: readonly Found[];
  readonly settings: readonly Setting[];
  readonly patches: readonly Patch[];
  readonly missing: readonly Gap[];
  readonly unreadable: readonly Unreadable[];
}

/** Asks every finder in turn; what is needed goes before what is advised. */
export function discoverCluster(cluster: ClusterView, finders: readonly Finder[]): DiscoverAnswer {
  const discoveries: Discovery[] = finders.map((finder) => finder.find(cluster));
  const missing = discoveries.flatMap((discovery) => discovery.missing ?? []);
  return {
    schemaVersion: 1,
    server: cluster.version ?? null,
    found: discoveries.flatMap(({ found }) => found),
    settings: [
      ...discoveries.flatMap(({ settings }) => settings ?? []),
      ...heartbeatChecks(discoveries.flatMap(({ endpoints }) => endpoints ?? [])),
    ],
    patches: discoveries.flatMap(({ patches }) => patches ?? []),
    missing: [
      ...missing.filter(({ weight }) => weight === 'needed'),
      ...missing.filter(({ weight }) => weight === 'advised'),
    ],
    unreadable: cluster.unreadable,
  };
}
