import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { type Crash, crashes } from '../../kubernetes/pods/crashes.ts';
import { secondsBetween } from '../../kubernetes/times/seconds-between.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';
import type { EventItem, View } from '../../view.ts';

/** A container is killed because it uses more memory than it may. */
export const detector: Detector = {
  code: 'out-of-memory',
  detect(view) {
    const draft = createDetectionDraft('out-of-memory');
    for (const crash of crashes(view)) {
      const { pod, container, end } = crash;
      const kill = end.reason === 'OOMKilled' ? undefined : nodeKill(view, crash);
      if (end.reason !== 'OOMKilled' && kill === undefined) {
        if (end.exitCode === 137) draft.excluded(pod.subject, exclusion(crash), [pod.item.id]);
        continue;
      }
      const limit = textField(container.spec, 'resources', 'limits', 'memory');
      const previous = previousContainer(view, pod.item, container.name);
      draft.found({
        subject: pod.subject,
        part: container.name,
        severity: 'critical',
        message: `Container ${container.name} of ${subjectText(pod.subject)} is killed for using more memory than ${limit === undefined ? 'its node has' : `its limit of ${limit}`}.`,
        evidence: [pod.item.id, kill?.id],
        since: [
          container.lastTerminated?.reason === 'OOMKilled' ? container.lastTerminated.finishedAt : undefined,
          end.finishedAt,
        ],
        facts: {
          container: container.name,
          image: container.image,
          memoryLimit: limit,
          memoryRequest: textField(container.spec, 'resources', 'requests', 'memory'),
          restarts: container.restarts,
          exitCode: end.exitCode,
          previousMemoryLimit: textField(previous?.spec, 'resources', 'limits', 'memory'),
          previousImage: textField(previous?.spec, 'image'),
          previousRevision: previous?.revision,
        },
      });
    }
    return draft.result();
  },
};

/** The kernel's kill of a process of the container, which the node reports as an event of its own. */
function nodeKill(view: View, { pod, end, about }: Crash): EventItem | undefined {
  if (end.exitCode !== 137 || about === 'probe') return undefined;
  const node = textField(pod.item.object, 'spec', 'nodeName');
  return view.eventsOf('OOMKilling', 'SystemOOM').find((event) => {
    const distance = secondsBetween(event.last, end.finishedAt);
    return event.subject.name === node && distance !== undefined && Math.abs(distance) < 60;
  });
}

function exclusion({ container, about }: Crash): string {
  const why =
    about === 'probe'
      ? 'its probe had it killed'
      : 'its end is not marked OOMKilled and its node tells of no kill for memory';
  return `Container ${container.name} ended with 137, but ${why}.`;
}
