import type { Kubernetes, KubernetesObject } from './kubernetes.ts';
import { readPath } from './read-path.ts';
import type { LoadedScenario } from './scenario.ts';

const placeholder = /^\$pod\(([^,)]+)(?:, (not ready|terminating))?\)$/;

/**
 * The alert of a scenario as the monitoring would send it now: `$pod(selector, not ready)` becomes the name of such a pod,
 * and the times are those of the fault.
 */
export async function createAlert(kubernetes: Kubernetes, scenario: LoadedScenario, since: Date): Promise<object> {
  const labels: Record<string, string> = {};
  for (const [name, value] of Object.entries(scenario.alert.labels)) {
    const [, selector, state] = placeholder.exec(value) ?? [];
    labels[name] = selector ? await podName(kubernetes, scenario.namespace, selector, state) : value;
  }
  const resolved = scenario.alert.status === 'resolved';
  const startsAt = resolved ? new Date(since.getTime() - 600_000) : since;
  return {
    ...scenario.alert,
    startsAt: startsAt.toISOString(),
    ...(resolved ? { endsAt: since.toISOString() } : {}),
    labels,
  };
}

async function podName(
  kubernetes: Kubernetes,
  namespace: string,
  selector: string,
  state: string | undefined,
): Promise<string> {
  const isReady = (pod: KubernetesObject) => readPath(pod, 'status.conditions[type=Ready].status') === 'True';
  const newestFirst = (a: KubernetesObject, b: KubernetesObject) =>
    String(b.metadata.creationTimestamp).localeCompare(String(a.metadata.creationTimestamp));
  const pods = (await kubernetes.list('Pod', namespace, selector)).sort(newestFirst);
  const found = pods.find((pod) => {
    if (state === 'terminating') return pod.metadata.deletionTimestamp !== undefined;
    return state === undefined || !isReady(pod);
  });
  // Between two attempts a crashing pod is ready for a moment; the alert still means the newest one.
  const pod = found ?? pods[0];
  if (!pod) throw new Error(`no pod ${selector} in ${namespace} for the alert`);
  return pod.metadata.name;
}
