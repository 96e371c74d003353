import { labelsField } from '../../fields/labels-field.ts';
import { textField } from '../../fields/text-field.ts';
import { itemKey } from '../../subjects/item-key.ts';
import type { ObjectItem, View } from '../../view.ts';
import { podState } from './pod-state.ts';
import type { State } from './state.ts';
import { workloadState } from './workload-state.ts';

/** How a Service stands now: by the workloads behind it. */
export function serviceState(view: View, item: ObjectItem): State {
  const { id, object } = item;
  const name = `Service ${object.metadata.namespace ?? ''}/${object.metadata.name}`;
  const say = (state: State['state'], reason: string, evidence: readonly string[] = []): State => ({
    state,
    reason: `${name} ${reason}`,
    evidence: [id, ...evidence],
  });
  if (textField(object, 'spec', 'type') === 'ExternalName') return say('unclear', 'leads out of the cluster');
  const selector = labelsField(object, 'spec', 'selector');
  if (Object.keys(selector).length === 0) return say('unclear', 'has endpoints of its own and no selector');
  const pods = view.podsMatching(object.metadata.namespace, selector);
  const workloads = [...new Set(pods.map((pod) => view.workload(pod)))];
  for (const edge of view.graph.outgoing(itemKey(item), 'selects')) {
    const subject = view.graph.nodes.get(edge.to)?.subject;
    if (subject === undefined || subject.kind === 'Pod') continue;
    const workload = view.object(subject.kind, subject.namespace, subject.name);
    if (workload !== undefined) workloads.push(workload);
  }
  if (workloads.length === 0) return say('unhealthy', 'selects no pod');
  const states = workloads.map((workload) =>
    workload.object.kind === 'Pod' ? podState(view, workload) : workloadState(view, workload),
  );
  for (const state of ['unhealthy', 'unclear', 'recovered', 'intended'] as const) {
    const found = states.find((entry) => entry.state === state);
    if (found !== undefined) return say(state, `is as what it selects: ${found.reason}`, found.evidence);
  }
  return say('healthy', `has ${pods.length} ready ${pods.length === 1 ? 'pod' : 'pods'} behind it`);
}
