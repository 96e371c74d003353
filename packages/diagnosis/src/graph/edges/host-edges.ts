import { labelsField } from '../../fields/labels-field.ts';
import { listField } from '../../fields/list-field.ts';
import { textField } from '../../fields/text-field.ts';
import { containersOf } from '../../subjects/containers-of.ts';
import { itemKey } from '../../subjects/item-key.ts';
import { podTemplateOf } from '../../subjects/pod-template-of.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import { workloadsOf } from '../../subjects/workloads-of.ts';
import type { View } from '../../view.ts';
import type { EdgeSource } from '../edge-source.ts';
import { hostsIn } from '../hosts-in.ts';

/** A pod that logs without end names its dependencies early and often. */
const linesRead = 400;

/** uses: a workload or ConfigMap to the Services whose hosts its configuration or its logs name. */
export const hostEdges: EdgeSource = (view, add) => {
  const link = (from: string, namespace: string, text: string, evidence: string) => {
    for (const to of servicesNamed(view, namespace, text))
      if (to !== from) add({ from, to, relation: 'uses', evidence });
  };
  for (const item of workloadsOf(view)) {
    const namespace = item.object.metadata.namespace ?? '';
    for (const container of containersOf(podTemplateOf(item))) {
      const texts = [
        ...listField(container, 'env').map((entry) => textField(entry, 'value')),
        ...listField(container, 'command'),
        ...listField(container, 'args'),
      ];
      for (const text of texts) if (typeof text === 'string') link(itemKey(item), namespace, text, item.id);
    }
    for (const pod of view.pods(item)) {
      const lines = view.logs(subjectOf(pod.object));
      for (const line of lines.slice(-linesRead)) link(itemKey(item), namespace, line.text, line.id);
    }
  }
  for (const item of view.objects('ConfigMap')) {
    for (const text of Object.values(labelsField(item.object, 'data'))) {
      if (!text.startsWith('sha256:')) link(itemKey(item), item.object.metadata.namespace ?? '', text, item.id);
    }
  }
};

function servicesNamed(view: View, namespace: string, text: string): readonly string[] {
  return hostsIn(text).flatMap((host) => {
    const known = view.object('Service', host.namespace ?? namespace, host.name);
    if (known !== undefined) return [itemKey(known)];
    // Without `.svc`, two labels may be any domain; with it, it is a Service that the evidence does not hold.
    return host.inCluster && host.namespace !== undefined ? [`Service/${host.namespace}/${host.name}`] : [];
  });
}
