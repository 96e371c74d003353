import type { Detector } from '../../detector.ts';
import { field } from '../../fields/field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { quantityText } from '../../kubernetes/fields/quantity-text.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { nodeRooms } from '../../kubernetes/scheduling/node-rooms.ts';
import { requestOf } from '../../kubernetes/scheduling/request-of.ts';
import { schedulingClass } from '../../kubernetes/scheduling/scheduling-class.ts';
import { unscheduledPods } from '../../kubernetes/scheduling/unscheduled-pods.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';

/** No node has the resources that a pod asks for. */
export const detector: Detector = {
  code: 'unschedulable-resources',
  detect(view) {
    const draft = createDetectionDraft('unschedulable-resources');
    for (const unscheduled of unscheduledPods(view)) {
      const { pod, message, reasons, evidence, since } = unscheduled;
      const lacking = [
        ...new Set(
          reasons.flatMap(
            ({ text }) => /^Insufficient (\S+)/.exec(text)?.[1] ?? (/^Too many pods/.test(text) ? 'pods' : []),
          ),
        ),
      ];
      const decisive = schedulingClass(view, unscheduled);
      if (decisive !== 'resources') {
        if (lacking.length > 0)
          draft.excluded(pod.subject, 'Nodes are short of resources, but another reason decides.', evidence);
        continue;
      }
      const resource = lacking[0] ?? 'ports of the node';
      const rooms = nodeRooms(view, resource);
      const requested = requestOf(pod.item.object, resource);
      const largest = Math.max(0, ...rooms.map(({ allocatable }) => allocatable));
      const free = Math.max(0, ...rooms.map((room) => room.allocatable - room.requested));
      const [main] = pod.containers.filter(({ role }) => role === 'main');
      const previous = main === undefined ? undefined : previousContainer(view, pod.item, main.name);
      const before = field(previous?.spec, 'resources', 'requests', resource);
      const asked =
        resource === 'pods' || requested === 0
          ? ''
          : ` It asks for ${quantityText(resource, requested)}${rooms.length === 0 ? '' : `; the most that is free on a node is ${quantityText(resource, free)}`}.`;
      draft.found({
        subject: pod.subject,
        severity: 'critical',
        message: `No node has enough ${lacking.join(' and ') || resource} for ${subjectText(pod.subject)}.${asked}`,
        evidence: [...evidence, ...rooms.slice(0, 3).map(({ node }) => node.id)],
        since,
        facts: {
          resources: lacking,
          resource,
          requested: requested === 0 ? undefined : quantityText(resource, requested),
          container: main?.name,
          largestAllocatable: rooms.length === 0 ? undefined : quantityText(resource, largest),
          mostFree: rooms.length === 0 ? undefined : quantityText(resource, free),
          fitsNoNodeEver: rooms.length > 0 && requested > largest,
          previousRequest: typeof before === 'string' || typeof before === 'number' ? before : undefined,
          previousRevision: previous?.revision,
          answer: message.slice(0, 300),
        },
      });
    }
    return draft.result();
  },
};
