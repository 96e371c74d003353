import type { Detector } from '../../detector.ts';
import { numberField } from '../../fields/number-field.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { conditionOf } from '../../kubernetes/fields/condition-of.ts';
import { isTrueAt } from '../../kubernetes/fields/is-true-at.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { containerLogs } from '../../kubernetes/pods/container-logs.ts';
import { isPodReady } from '../../kubernetes/pods/is-pod-ready.ts';
import { livePods } from '../../kubernetes/pods/live-pods.ts';
import { narrowerTrouble } from '../../kubernetes/workloads/narrower-trouble.ts';
import { revisionsOf } from '../../kubernetes/workloads/revisions-of.ts';
import { templateContainers } from '../../kubernetes/workloads/template-containers.ts';
import { wantedReplicas } from '../../kubernetes/workloads/wanted-replicas.ts';
import { subjectOf } from '../../subjects/subject-of.ts';

/** A rollout made no progress within its deadline. */
export const detector: Detector = {
  code: 'rollout-stuck',
  detect(view) {
    const draft = createDetectionDraft('rollout-stuck');
    for (const item of view.objects('Deployment')) {
      const condition = conditionOf(item.object, 'Progressing');
      if (condition?.status !== 'False' || condition.reason !== 'ProgressDeadlineExceeded') continue;
      if (wantedReplicas(item.object) === 0 || isTrueAt(item.object, 'spec', 'paused')) continue;
      const about = subjectOf(item.object);
      const narrower = narrowerTrouble(view, about);
      const unready = livePods(view).filter((pod) => pod.workload === item && !isPodReady(pod.item));
      const lines = unready.flatMap((pod) =>
        pod.containers.flatMap((container) => containerLogs(view, pod, container)),
      );
      const last = lines.findLast(({ text }) => /warn|error|fail|not |unable|cannot|wait/i.test(text)) ?? lines.at(-1);
      const probe = unready.flatMap((pod) => view.events(pod.item)).findLast(({ reason }) => reason === 'Unhealthy');
      const [current, previous] = revisionsOf(view, item);
      const images = (template: unknown) =>
        templateContainers(template).flatMap((container) => textField(container, 'image') ?? []);
      draft.found({
        subject: about,
        severity: narrower === undefined ? 'critical' : 'info',
        message: `The rollout of ${subjectText(about)} makes no progress: ${unready.length} of its pods are not ready${last === undefined ? '' : `; the log says: ${last.text.slice(0, 160)}`}.`,
        evidence: [item.id, unready[0]?.item.id, probe?.id, last?.id, current?.item.id],
        since: condition.since,
        facts: {
          revision: current?.number,
          previousRevision: previous?.number,
          previousReady: previous?.ready,
          images: images(current?.template ?? item.object.spec),
          previousImages: images(previous?.template),
          unreadyPods: unready.map((pod) => pod.item.object.metadata.name).slice(0, 10),
          updatedReplicas: numberField(item.object, 'status', 'updatedReplicas'),
          lastLine: last?.text.slice(0, 300),
          probe: probe?.message.slice(0, 200),
          explainedBy: narrower,
        },
      });
    }
    return draft.result();
  },
};
