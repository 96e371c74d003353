import type { View } from '../../view.ts';
import type { Container } from '../pods/containers-of.ts';
import { type LivePod, livePods } from '../pods/live-pods.ts';
import { isWaitingForVolumes } from './is-waiting-for-volumes.ts';

/** What a pod waits for at present, in the kubelet's words: a ConfigMap, a Secret, or a key of one. */
export interface MissingConfiguration {
  readonly pod: LivePod;
  readonly kind: 'ConfigMap' | 'Secret';
  readonly namespace?: string | undefined;
  /** Undefined where the message of a volume names the key alone. */
  readonly name?: string | undefined;
  readonly key?: string | undefined;
  readonly container?: Container | undefined;
  readonly volume?: string | undefined;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly since: readonly (string | undefined)[];
}

const cache = new WeakMap<View, readonly MissingConfiguration[]>();

/** The missing ConfigMaps, Secrets and keys that keep containers from starting at present. */
export function missingConfigurations(view: View): readonly MissingConfiguration[] {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const found = livePods(view).flatMap((pod) => [...ofContainers(view, pod), ...ofVolumes(view, pod)]);
  cache.set(view, found);
  return found;
}

function ofContainers(view: View, pod: LivePod): MissingConfiguration[] {
  return pod.containers.flatMap((container) => {
    const { waiting } = container;
    if (waiting?.reason !== 'CreateContainerConfigError') return [];
    const events = view.events(pod.item).filter(({ reason }) => reason === 'Failed');
    const message = waiting.message || (events.at(-1)?.message.replace(/^Error: /, '') ?? '');
    const parsed = parse(message, pod.namespace);
    if (parsed === undefined) return [];
    const same = events.filter((event) => event.message.includes(message));
    return [
      {
        ...parsed,
        pod,
        container,
        message,
        evidence: [pod.item.id, ...ids(same)],
        since: sinceOf(
          pod,
          same.map(({ first }) => first),
        ),
      },
    ];
  });
}

function ofVolumes(view: View, pod: LivePod): MissingConfiguration[] {
  if (!isWaitingForVolumes(pod)) return [];
  const events = view.events(pod.item).filter(({ reason }) => reason === 'FailedMount');
  const found = new Map<string, MissingConfiguration>();
  for (const event of events) {
    const volume = /for volume "([^"]+)"/.exec(event.message)?.[1];
    const parsed = parse(event.message, pod.namespace);
    // The root certificate of a namespace comes a moment after the namespace.
    if (parsed === undefined || parsed.name === 'kube-root-ca.crt') continue;
    const earlier = found.get(`${volume}`);
    const since = earlier?.since ?? [event.first];
    found.set(`${volume}`, {
      ...parsed,
      pod,
      volume,
      message: event.message,
      evidence: [pod.item.id, event.id],
      since,
    });
  }
  return [...found.values()];
}

function parse(
  message: string,
  namespace: string | undefined,
): Omit<MissingConfiguration, 'pod' | 'message' | 'evidence' | 'since'> | undefined {
  const key = /couldn't find key (\S+) in (ConfigMap|Secret) (?:([^/\s]+)\/)?(\S+)/.exec(message);
  if (key !== null)
    return {
      kind: key[2] === 'Secret' ? 'Secret' : 'ConfigMap',
      namespace: key[3] ?? namespace,
      name: key[4],
      key: key[1],
    };
  const volumeKey = /references non-existent (config|secret) key: (\S+)/.exec(message);
  if (volumeKey !== null)
    return { kind: volumeKey[1] === 'secret' ? 'Secret' : 'ConfigMap', namespace, key: volumeKey[2] };
  const object = /\b(configmap|secret)s? "([^"]+)" not found/i.exec(message);
  if (object === null) return undefined;
  return { kind: object[1]?.toLowerCase() === 'secret' ? 'Secret' : 'ConfigMap', namespace, name: object[2] };
}

function ids(events: readonly { id: string }[]): string[] {
  return events.slice(-2).map(({ id }) => id);
}

function sinceOf(pod: LivePod, firsts: readonly string[]): (string | undefined)[] {
  const created = pod.item.object.metadata.creationTimestamp;
  return firsts.length > 0 ? [...firsts] : [typeof created === 'string' ? created : undefined];
}
