import type { EventItem, View } from '../../view.ts';
import type { Container } from '../pods/containers-of.ts';
import { type LivePod, livePods } from '../pods/live-pods.ts';
import { type PullFailureKind, pullFailureKind } from './pull-failure-kind.ts';

/** A container that waits for its image at present. */
export interface PullFailure {
  readonly pod: LivePod;
  readonly container: Container;
  readonly kind: PullFailureKind;
  /** The answer in the registry's or runtime's words. */
  readonly text: string;
  readonly evidence: readonly string[];
  readonly since: readonly (string | undefined)[];
}

const waitingReasons = new Set([
  'ErrImagePull',
  'ImagePullBackOff',
  'ErrImageNeverPull',
  'InvalidImageName',
  'ImageInspectError',
  'RegistryUnavailable',
]);

const cache = new WeakMap<View, readonly PullFailure[]>();

/** Every container that waits for its image, with the most telling message of its state and its events. */
export function pullFailures(view: View): readonly PullFailure[] {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const failures = livePods(view).flatMap((pod) =>
    pod.containers.flatMap((container) => {
      const failure = read(view, pod, container);
      return failure === undefined ? [] : [failure];
    }),
  );
  cache.set(view, failures);
  return failures;
}

function read(view: View, pod: LivePod, container: Container): PullFailure | undefined {
  const { waiting } = container;
  if (waiting === undefined || !waitingReasons.has(waiting.reason)) return undefined;
  const events = view
    .events(pod.item)
    .filter(({ reason, message }) => ['Failed', 'InspectFailed'].includes(reason) && message.includes(container.image))
    .toReversed();
  const texts = [waiting.message, ...events.map(({ message }) => message)];
  const kinds = texts.map((text) =>
    waiting.reason === 'InvalidImageName' ? 'invalid' : pullFailureKind(text, container.image),
  );
  const found = kinds.findIndex((kind) => kind !== 'unknown');
  const cited = events.filter((event) => found < 1 || event.message === texts[found]).slice(0, 2);
  return {
    pod,
    container,
    kind: waiting.reason === 'ErrImageNeverPull' ? 'not-found' : (kinds[found] ?? 'unknown'),
    text: texts[Math.max(found, 0)] ?? '',
    evidence: [pod.item.id, ...cited.map(({ id }) => id)],
    since: sinceOf(pod, events),
  };
}

function sinceOf(pod: LivePod, events: readonly EventItem[]): (string | undefined)[] {
  const created = pod.item.object.metadata.creationTimestamp;
  return [
    ...events.map(({ first }) => first),
    events.length === 0 && typeof created === 'string' ? created : undefined,
  ];
}
