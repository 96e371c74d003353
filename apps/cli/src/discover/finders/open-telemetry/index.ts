import type { Discovery } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';

const programs = [
  { title: 'OpenTelemetry collector', image: /(^|\/)opentelemetry-collector[\w-]*$|(^|\/)otelcol[\w-]*$/ },
  { title: 'Grafana Alloy', image: /(^|\/)alloy$/ },
  { title: 'Tempo', image: /(^|\/)tempo$/ },
  { title: 'Jaeger', image: /(^|\/)jaeger(-all-in-one|-collector|-query)?$|(^|\/)jaegertracing\/[\w-]+$/ },
];

/** Where traces go through and where they are kept. */
export const finder: Finder = {
  name: 'open-telemetry',
  title: 'OpenTelemetry',
  reads: [...workloadKinds, kinds.openTelemetryCollectors],
  find(cluster): Discovery {
    const running = programs.flatMap(({ title, image }) =>
      findWorkloads(cluster, { image }).map((match) => foundWorkload(match, title, 'not used yet')),
    );
    // The operator names a collector's workload after the object.
    const declared = cluster
      .list(kinds.openTelemetryCollectors)
      .filter(
        ({ metadata }) =>
          !running.some(
            (found) => found.namespace === metadata.namespace && found.name?.startsWith(metadata.name) === true,
          ),
      )
      .map(({ kind, metadata }) => ({
        what: 'OpenTelemetry collector',
        kind,
        namespace: metadata.namespace ?? '',
        name: metadata.name,
        by: 'object' as const,
        use: 'not used yet' as const,
        detail: 'declared for the operator',
      }));
    return { found: [...running, ...declared] };
  },
};
