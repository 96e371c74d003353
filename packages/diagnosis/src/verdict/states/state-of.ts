import { itemKey } from '../../subjects/item-key.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import type { ObjectItem, View } from '../../view.ts';
import { jobState } from './job-state.ts';
import { platformState } from './platform-state.ts';
import { podState } from './pod-state.ts';
import { serviceState } from './service-state.ts';
import type { State } from './state.ts';
import { workloadState } from './workload-state.ts';

/** How an object stands now; undefined for kinds that have no state of their own (a ConfigMap, a Role). */
export function stateOf(view: View, item: ObjectItem): State | undefined {
  switch (item.object.kind) {
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'ReplicaSet':
      return workloadState(view, item);
    case 'Pod':
      return podState(view, item);
    case 'Job':
    case 'CronJob':
      return jobState(view, item);
    case 'Service':
      return serviceState(view, item);
    case 'Ingress':
      return ingressState(view, item);
    case 'Node':
    case 'PersistentVolumeClaim':
    case 'HorizontalPodAutoscaler':
      return platformState(item);
    default:
      return undefined;
  }
}

/** An Ingress stands as the worst of the Services it leads to. */
function ingressState(view: View, item: ObjectItem): State {
  const { namespace, name } = subjectOf(item.object);
  const reason = `Ingress ${namespace ?? ''}/${name}`;
  const states = view.graph.outgoing(itemKey(item), 'routesTo').map((edge): State => {
    const [, place, service = ''] = edge.to.split('/');
    const found = view.object('Service', place, service);
    if (found === undefined) return { state: 'unhealthy', reason: `Service ${service} is not there`, evidence: [] };
    return serviceState(view, found);
  });
  for (const state of ['unhealthy', 'unclear', 'recovered', 'intended', 'healthy'] as const) {
    const found = states.find((entry) => entry.state === state);
    if (found !== undefined)
      return { state, reason: `${reason}: ${found.reason}`, evidence: [item.id, ...found.evidence] };
  }
  return { state: 'unclear', reason: `${reason} routes nowhere`, evidence: [item.id] };
}
