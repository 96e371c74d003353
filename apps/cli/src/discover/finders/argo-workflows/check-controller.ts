import { z } from 'zod';
import type { ClusterView } from '../../cluster-view.ts';
import type { Gap } from '../../discovery.ts';
import type { MarkedWorkload } from '../../recognise/find-workloads.ts';
import { isOlder } from '../../recognise/is-older.ts';
import { optionOf } from '../../recognise/option-of.ts';

const oldest = 'v4.1.2';
const Data = z.looseObject({ data: z.record(z.string(), z.string()).catch({}) }).catch({ data: {} });

/** What keeps a controller from running incidents in the namespace `runs`: its version, its reach, its instance. */
export function checkController(
  cluster: ClusterView,
  { workload, container, version }: MarkedWorkload,
  runs: string,
): Gap[] {
  const place = `${workload.namespace}/${workload.name}`;
  const words = container?.words ?? [];
  const gaps: Gap[] = [];
  const age = isOlder(version, oldest);
  if (age === true) {
    gaps.push({
      weight: 'needed',
      what: `Argo Workflows ${version} (${place}) is older than 4.1.2`,
      next: 'Upgrade controller, server and custom resources to 4.1.2 or newer.',
    });
  } else if (age === undefined) {
    gaps.push({
      weight: 'advised',
      what: `The version of Argo Workflows (${place}) cannot be told from its image${version === undefined ? '' : ` (${version})`}`,
      next: 'Make sure that it is 4.1.2 or newer: `kubectl -n NAMESPACE exec` its pod with `workflow-controller version`.'.replace(
        'NAMESPACE',
        workload.namespace,
      ),
    });
  }
  const reach = optionOf(words, '--managed-namespace')[0] ?? workload.namespace;
  if (words.some((word) => /^--namespaced(=true)?$/.test(word)) && reach !== runs) {
    gaps.push({
      weight: 'needed',
      what: `Argo Workflows (${place}) runs Workflows of the namespace ${reach} alone`,
      next: `Let it manage ${runs} as well: start it without --namespaced, or a second controller with --managed-namespace ${runs}.`,
    });
  }
  const name = optionOf(words, '--configmap')[0] ?? 'workflow-controller-configmap';
  const { data } = Data.parse(cluster.configMap({ namespace: workload.namespace, name }) ?? {});
  const instance = data.instanceID ?? /^\s*instanceID:\s*["']?([\w.-]+)/m.exec(data.config ?? '')?.[1];
  if (instance !== undefined && instance !== '') {
    gaps.push({
      weight: 'needed',
      what: `Argo Workflows (${place}) takes only Workflows of its instance ${JSON.stringify(instance)}`,
      next: 'Use a controller without instanceID for auto-ops: its Workflows carry no label of an instance.',
    });
  }
  return gaps;
}
