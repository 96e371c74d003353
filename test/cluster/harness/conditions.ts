import { setTimeout as sleep } from 'node:timers/promises';
import type { Kubernetes, KubernetesObject } from './kubernetes.ts';
import { readPath } from './read-path.ts';
import type { Condition } from './scenario.ts';

interface ContainerStatus {
  restartCount: number;
  state?: ContainerState;
  lastState?: ContainerState;
}
interface ContainerState {
  waiting?: { reason?: string; message?: string };
  terminated?: { reason?: string };
}

function containers(pods: KubernetesObject[]): ContainerStatus[] {
  return pods.flatMap((pod) => (readPath(pod, 'status.containerStatuses') as ContainerStatus[] | undefined) ?? []);
}

function isReady(object: KubernetesObject): boolean {
  const number = (path: string) => Number(readPath(object, path) ?? 0);
  const current = readPath(object, 'status.observedGeneration') === readPath(object, 'metadata.generation');
  if (object.kind === 'Job') return readPath(object, 'status.conditions[type=Complete].status') === 'True';
  if (object.kind === 'DaemonSet') {
    return (
      current &&
      number('status.numberReady') === number('status.desiredNumberScheduled') &&
      number('status.numberReady') > 0
    );
  }
  const wanted = number('spec.replicas');
  const updated = number('status.updatedReplicas') === wanted && number('status.replicas') === wanted;
  return current && updated && number('status.readyReplicas') === wanted && wanted > 0;
}

/** True when the condition holds in the namespace now. */
async function holds(kubernetes: Kubernetes, namespace: string, condition: Condition): Promise<boolean> {
  const object = (reference: string) => {
    const [kind = '', name = ''] = reference.split('/');
    return kubernetes.get(kind, namespace, name);
  };
  const pods = (selector: string) => kubernetes.list('Pod', namespace, selector);
  const matches = (pattern: string | undefined, text: unknown) =>
    pattern === undefined || new RegExp(pattern, 's').test(String(text ?? ''));

  if ('ready' in condition) {
    const found = await object(condition.ready);
    return found !== undefined && isReady(found);
  }
  if ('unready' in condition) {
    const found = await object(condition.unready);
    return found !== undefined && !readPath(found, 'status.readyReplicas');
  }
  if ('waiting' in condition) {
    return containers(await pods(condition.pods)).some(
      ({ state }) =>
        state?.waiting !== undefined &&
        matches(condition.waiting, state.waiting.reason) &&
        matches(condition.message, state.waiting.message),
    );
  }
  if ('terminated' in condition) {
    return containers(await pods(condition.pods)).some(({ state, lastState }) =>
      [state, lastState].some((one) => one?.terminated && matches(condition.terminated, one.terminated.reason)),
    );
  }
  if ('restarts' in condition) {
    return containers(await pods(condition.pods)).some((status) => status.restartCount >= condition.restarts);
  }
  if ('event' in condition) {
    const events = await kubernetes.list('Event', namespace);
    return events.some(
      (event) => matches(`^(?:${condition.event})$`, event.reason) && matches(condition.message, event.message),
    );
  }
  if ('log' in condition) {
    for (const pod of await pods(condition.pods)) {
      for (const previous of condition.previous ? [true] : [false, true]) {
        if (matches(condition.log, await kubernetes.logs(namespace, pod.metadata.name, previous))) return true;
      }
    }
    return false;
  }
  if ('object' in condition) {
    const found = await object(condition.object);
    if (!found) return false;
    const value = condition.at === undefined ? found : readPath(found, condition.at);
    return value !== undefined && (condition.is === undefined || matches(`^(?:${condition.is})$`, value));
  }
  if ('endpoints' in condition) {
    const slices = await kubernetes.list(
      'EndpointSlice',
      namespace,
      `kubernetes.io/service-name=${condition.endpoints}`,
    );
    const endpoints = slices.flatMap(
      (slice) => (slice.endpoints as { conditions?: { ready?: boolean } }[] | null) ?? [],
    );
    return endpoints.filter((endpoint) => endpoint.conditions?.ready !== false).length === condition.count;
  }
  if ('gone' in condition) return (await pods(condition.gone)).length === 0;
  if ('terminating' in condition) {
    return (await pods(condition.terminating)).some((pod) => pod.metadata.deletionTimestamp !== undefined);
  }
  await sleep(condition.seconds * 1000);
  return true;
}

/** Waits for conditions one after another; throws with the first that does not come true in time. */
export async function waitForAll(
  kubernetes: Kubernetes,
  namespace: string,
  conditions: Condition[],
  seconds: number,
): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  for (const condition of conditions) {
    while (!(await holds(kubernetes, namespace, condition))) {
      if (performance.now() > deadline) throw new Error(`not seen within ${seconds} s: ${JSON.stringify(condition)}`);
      await sleep(400);
    }
  }
}
