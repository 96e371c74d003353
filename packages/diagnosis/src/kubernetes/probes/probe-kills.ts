import type { EventItem, View } from '../../view.ts';
import type { Container } from '../pods/containers-of.ts';
import type { LivePod } from '../pods/live-pods.ts';

/** The events of the kubelet that it kills this container for its probe. */
export function probeKills(view: View, pod: LivePod, container: Container): readonly EventItem[] {
  const pattern = /failed (?:liveness|startup) probe|Liveness probe failed/i;
  return view
    .events(pod.item)
    .filter(({ reason, message }) => reason === 'Killing' && pattern.test(message) && message.includes(container.name));
}
