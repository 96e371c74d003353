import type { Discovery, Found, Setting } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';
import { workloadsIn } from '../../recognise/workloads-in.ts';

const parts = [
  { kind: kinds.workflowTemplates, one: 'WorkflowTemplate', several: 'WorkflowTemplates' },
  { kind: kinds.eventSources, one: 'EventSource', several: 'EventSources' },
  { kind: kinds.sensors, one: 'Sensor', several: 'Sensors' },
  { kind: kinds.admissionPolicies, one: 'admission policy', several: 'admission policies' },
];

/** What of auto-ops is there already, and how this machine reaches the cluster. */
export const finder: Finder = {
  name: 'auto-ops',
  title: 'auto-ops',
  reads: [...workloadKinds, ...parts.map(({ kind }) => kind)],
  find(cluster): Discovery {
    const gateway = workloadsIn(cluster).find(
      ({ labels }) =>
        labels['app.kubernetes.io/part-of'] === 'auto-ops' && labels['app.kubernetes.io/component'] === 'gateway',
    );
    const counts = parts.map(({ kind, one, several }) => {
      if (!cluster.isComplete(kind)) return { count: undefined, text: `${several} not readable` };
      const count = cluster.list(kind).filter(({ metadata }) => /^auto-ops(-|$)/.test(metadata.name)).length;
      return { count, text: `${count} ${count === 1 ? one : several}` };
    });
    const absent = counts.filter(({ count }) => count === 0).length;
    const detail = counts.map(({ text }) => text).join(', ');
    const version = gateway?.containers[0]?.image.version;
    const found: Found[] =
      gateway === undefined
        ? []
        : [
            {
              what: 'auto-ops',
              kind: gateway.kind,
              namespace: gateway.namespace,
              name: gateway.name,
              ...(version === undefined ? {} : { version }),
              by: 'label',
              use: 'used',
              detail: `installed: ${detail}`,
            },
          ];
    const { kubeconfig, context } = cluster.access;
    const reach = (variable: string, value: string | undefined, reason: string): Setting[] =>
      value === undefined ? [] : [{ variable, value, of: 'machine', reason }];
    const settings = [
      ...reach('AUTO_OPS_KUBECONFIG', kubeconfig, 'the kubeconfig that this answer was read with'),
      ...reach('AUTO_OPS_KUBE_CONTEXT', context, 'its context'),
    ];
    if (gateway === undefined && cluster.isComplete(...workloadKinds)) {
      const next =
        'Install it as docs/guides/install-on-a-cluster.md says; `--output yaml` prints an overlay for this cluster.';
      return { found, settings, missing: [{ weight: 'needed', what: 'auto-ops is not installed here', next }] };
    }
    if (gateway !== undefined && absent > 0) {
      const next = 'Apply the base again; an object of it is missing.';
      return { found, settings, missing: [{ weight: 'needed', what: `auto-ops is here in part: ${detail}`, next }] };
    }
    return { found, settings };
  },
};
