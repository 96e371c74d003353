import type { Detector } from '../../detector.ts';
import { labelsField } from '../../fields/labels-field.ts';
import { failuresOf } from '../../kubernetes/calls/failures-of.ts';
import { knownEdges } from '../../kubernetes/calls/known-edges.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { lastChanged } from '../../kubernetes/fields/last-changed.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { labelTexts } from '../../kubernetes/names/label-texts.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { livePods } from '../../kubernetes/pods/live-pods.ts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import type { ObjectItem, View } from '../../view.ts';
import { dnsBlock } from './dns-block.ts';

/** A NetworkPolicy that limits egress does not allow DNS. */
export const detector: Detector = {
  code: 'network-policy-blocks-dns',
  detect(view) {
    const draft = createDetectionDraft('network-policy-blocks-dns');
    if (view.objects('NetworkPolicy').length === 0) return draft.result();
    const edges = Map.groupBy(knownEdges(view), ({ caller }) => caller);
    const judged = new Set<ObjectItem>();
    for (const pod of livePods(view)) {
      const failures = failuresOf(view, pod).filter(
        ({ kind, host, hasRecovered }) => !hasRecovered && kind !== 'refused' && !/^\d+(\.\d+){3}$/.test(host),
      );
      const lookups = failures.filter(({ kind }) => kind !== 'timeout');
      const calls = edges.get(pod.workload) ?? [];
      // A pod that calls nobody by name does not need the name server.
      if (lookups.length === 0 && calls.length === 0) continue;
      // Pods of one workload differ in what they log, not in what may reach them.
      if (lookups.length === 0 && judged.has(pod.workload)) continue;
      judged.add(pod.workload);
      const block = dnsBlock(view, pod.item);
      if (block === undefined) continue;
      const working = lookups.length > 0 ? undefined : calls.find(({ works }) => works);
      if (working !== undefined) {
        draft.excluded(subjectOf(block.object), `Calls by name of ${subjectText(pod.subject)} work.`, [
          block.id,
          ...working.evidence,
        ]);
        continue;
      }
      const about = subjectOf(block.object);
      const isComplained = isComplainedOf(view, pod.namespace, pod.subject.name);
      draft.found({
        subject: about,
        severity: lookups.length > 0 || isComplained ? 'critical' : 'warning',
        message: `${subjectText(about)} limits the egress of ${subjectText(pod.subject)} and does not allow DNS, so it can look up no names.`,
        evidence: [
          block.id,
          pod.item.id,
          ...lookups.flatMap(({ lines }) => lines.slice(-2).map(({ id }) => id)),
          ...(calls.some(({ evidence }) => evidence.includes(pod.workload.id)) ? [pod.workload.id] : []),
        ],
        since: lastChanged(block.object) ?? earliest(block.object.metadata.creationTimestamp),
        facts: {
          direction: 'Egress',
          port: 53,
          workload: subjectText(pod.subject),
          podSelector: labelTexts(labelsField(block.object, 'spec', 'podSelector', 'matchLabels')),
          hosts: [...new Set(failures.map(({ host }) => host))].slice(0, 10),
          dnsNamespace: 'kube-system',
          isDefaultDeny: listAt(block.object, 'spec', 'egress').length === 0,
        },
      });
    }
    return draft.result();
  },
};

function isComplainedOf(view: View, namespace: string | undefined, name: string): boolean {
  return view.alerts.some(({ status, labels, summary, description }) => {
    const text = `${summary ?? ''} ${description ?? ''} ${Object.values(labels).join(' ')}`;
    return (
      status === 'firing' &&
      (labels.namespace ?? namespace) === namespace &&
      text.includes(name) &&
      /resolv|EAI_AGAIN|dns|look.?up|name resolution|no such host/i.test(text)
    );
  });
}
