import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { isWaitingForVolumes } from '../../kubernetes/configuration/is-waiting-for-volumes.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { livePods } from '../../kubernetes/pods/live-pods.ts';
import { unscheduledPods } from '../../kubernetes/scheduling/unscheduled-pods.ts';

// Caches that fill by themselves a moment later, and things that have codes of their own.
const others = /configmap|secret|kube-api-access|not registered|persistentvolumeclaim|failed to sync/i;

/** A bound volume cannot be attached or mounted. */
export const detector: Detector = {
  code: 'volume-mount-failed',
  detect(view) {
    const draft = createDetectionDraft('volume-mount-failed');
    for (const pod of livePods(view)) {
      const events = view
        .events(pod.item)
        .filter(
          ({ reason, message }) =>
            ['FailedMount', 'FailedAttachVolume', 'FailedMapVolume'].includes(reason) && !others.test(message),
        );
      const newest =
        events.findLast(({ message }) => !/timed out waiting for the condition/.test(message)) ?? events.at(-1);
      if (newest === undefined) continue;
      if (!isWaitingForVolumes(pod)) {
        draft.excluded(pod.subject, `${pod.item.object.metadata.name} started since.`, [pod.item.id]);
        continue;
      }
      const volume = /for volume "([^"]+)"/.exec(newest.message)?.[1];
      const claim = listAt(pod.item.object, 'spec', 'volumes').map((entry) => ({
        name: textField(entry, 'name'),
        claim: textField(entry, 'persistentVolumeClaim', 'claimName'),
      }));
      const bound = claim.find(
        (entry) =>
          entry.name === volume ||
          view.object('PersistentVolumeClaim', pod.namespace, entry.claim ?? '')?.object.spec !== undefined,
      );
      draft.found({
        subject: pod.subject,
        severity: 'critical',
        message: `${subjectText(pod.subject)} cannot start: ${newest.message.slice(0, 240)}`,
        evidence: [pod.item.id, newest.id],
        since: events.map(({ first }) => first),
        facts: {
          volume,
          claim: bound?.claim,
          reason: newest.reason,
          isAttachedElsewhere: /Multi-Attach|already (?:used|exclusively attached)/i.test(newest.message),
          node: textField(pod.item.object, 'spec', 'nodeName'),
          answer: newest.message.slice(0, 300),
        },
      });
    }
    for (const { pod, message, reasons, evidence, since } of unscheduledPods(view)) {
      if (!reasons.some(({ text }) => /volume node affinity conflict/.test(text))) continue;
      draft.found({
        subject: pod.subject,
        severity: 'critical',
        message: `The volume of ${subjectText(pod.subject)} lies where no node can take the pod.`,
        evidence,
        since,
        facts: { reason: 'volume node affinity conflict', answer: message.slice(0, 300) },
      });
    }
    return draft.result();
  },
};
