import type { Discovery } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import type { Workload } from '../../recognise/workload.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';
import { workloadsIn } from '../../recognise/workloads-in.ts';

function releaseOf({ labels, annotations, namespace }: Workload) {
  const chart = labels['helm.sh/chart'] ?? labels.chart;
  const isManaged = (labels['app.kubernetes.io/managed-by'] ?? labels.heritage) === 'Helm';
  const name =
    annotations['meta.helm.sh/release-name'] ?? (isManaged ? labels['app.kubernetes.io/instance'] : undefined);
  if (name === undefined) return undefined;
  const [, version] = /-(v?\d+\.\d+[\w.+-]*)$/.exec(chart ?? '') ?? [];
  return { name, namespace: annotations['meta.helm.sh/release-namespace'] ?? namespace, chart, version };
}

/** Releases by the labels and annotations that Helm leaves on workloads; the release itself is a Secret, which is not read. */
export const finder: Finder = {
  name: 'helm',
  title: 'Helm releases',
  reads: [...workloadKinds],
  find(cluster): Discovery {
    const releases = new Map<string, NonNullable<ReturnType<typeof releaseOf>> & { workloads: number }>();
    for (const workload of workloadsIn(cluster)) {
      const release = releaseOf(workload);
      if (release === undefined) continue;
      const key = `${release.namespace}/${release.name}`;
      const known = releases.get(key);
      // A chart's dependency labels its own workloads with its own name.
      releases.set(key, { ...(known ?? release), workloads: (known?.workloads ?? 0) + 1 });
    }
    return {
      found: [...releases]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([, { name, namespace, chart, version, workloads }]) => ({
          what: 'Helm release',
          namespace,
          name,
          ...(version === undefined ? {} : { version }),
          by: 'label',
          use: 'used',
          detail: `${chart ?? 'chart unknown'}, ${workloads} workload${workloads === 1 ? '' : 's'}; not patched`,
        })),
    };
  },
};
