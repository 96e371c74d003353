import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { conditionOf } from '../../kubernetes/fields/condition-of.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { livePods } from '../../kubernetes/pods/live-pods.ts';
import { secondsBetween } from '../../kubernetes/times/seconds-between.ts';
import { workloadSubject } from '../../kubernetes/workloads/workload-subject.ts';
import { keyOf } from '../../subjects/key-of.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import type { ObjectItem, View } from '../../view.ts';

const pressures = { MemoryPressure: 'memory', DiskPressure: 'disk', PIDPressure: 'process ids' } as const;
const recentSeconds = 1_800;

/** A node runs short of memory, disk or process ids. */
export const detector: Detector = {
  code: 'node-pressure',
  detect(view) {
    const draft = createDetectionDraft('node-pressure');
    const byNode = Map.groupBy(
      view.objects('Pod').filter(isEvicted),
      ({ object }) => textField(object, 'spec', 'nodeName') ?? '',
    );
    for (const item of view.objects('Node')) {
      const name = item.object.metadata.name;
      const evicted = byNode.get(name) ?? [];
      const ids = evicted.slice(0, 4).map(({ id }) => id);
      const present = Object.entries(pressures).filter(([type]) => conditionOf(item.object, type)?.status === 'True');
      const facts = {
        node: name,
        evictedPods: evicted.length,
        workloads: [...new Set(evicted.map((pod) => subjectText(workloadSubject(view, pod))))].slice(0, 20),
      };
      for (const [type, resource] of present) {
        const condition = conditionOf(item.object, type);
        const events = view
          .events(item)
          .filter(({ reason }) =>
            /^(NodeHas(?!No).*|EvictionThresholdMet|FreeDiskSpaceFailed|ImageGCFailed)$/.test(reason),
          );
        draft.found({
          subject: subjectOf(item.object),
          part: type,
          severity: 'critical',
          message: `Node ${name} is short of ${resource}${evicted.length > 0 ? ` and evicted ${evicted.length} pods` : ''}.`,
          evidence: [item.id, events.at(-1)?.id, ...ids],
          since: condition?.since,
          facts: { ...facts, condition: type, resource, reason: condition?.reason },
        });
      }
      if (present.length > 0 || evicted.length === 0) continue;
      const missed = evicted.filter((pod) => isMissed(view, pod));
      if (missed.length === 0) {
        draft.excluded(
          subjectOf(item.object),
          `Node ${name} is under no pressure now, and what it evicted runs elsewhere.`,
          [item.id, ...ids],
        );
        continue;
      }
      const text = textField(missed[0]?.object, 'status', 'message') ?? '';
      draft.found({
        subject: subjectOf(item.object),
        severity: 'warning',
        message: `Node ${name} evicted pods that do not run elsewhere: ${text.slice(0, 160)}`,
        evidence: [item.id, ...missed.slice(0, 4).map(({ id }) => id)],
        since: missed.map((pod) => textField(pod.object, 'status', 'startTime')),
        facts: { ...facts, resource: /resource:? ([\w-]+)/.exec(text)?.[1] },
      });
    }
    return draft.result();
  },
};

function isEvicted({ object }: ObjectItem): boolean {
  const message = textField(object, 'status', 'message') ?? 'pressure';
  return (
    textField(object, 'status', 'reason') === 'Evicted' && /low on resource|exceed|pressure|ephemeral/i.test(message)
  );
}

/** Evicted lately, and its workload has no pod that is ready in its place. */
function isMissed(view: View, pod: ObjectItem): boolean {
  const age = secondsBetween(
    conditionOf(pod.object, 'DisruptionTarget')?.since ?? conditionOf(pod.object, 'Ready')?.since,
    view.now,
  );
  if (age !== undefined && age > recentSeconds) return false;
  const key = keyOf(workloadSubject(view, pod));
  return !livePods(view).some(
    (other) => keyOf(other.subject) === key && conditionOf(other.item.object, 'Ready')?.status === 'True',
  );
}
