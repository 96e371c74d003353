import type { Detector } from '../../detector.ts';
import { conditionOf } from '../../kubernetes/conditions.ts';
import { containerLogs } from '../../kubernetes/container-logs.ts';
import { createDetectionDraft } from '../../kubernetes/detection-draft.ts';
import { isTrueAt, numberAt, textAt } from '../../kubernetes/fields.ts';
import { livePods } from '../../kubernetes/live-pods.ts';
import { revisionsOf } from '../../kubernetes/revisions.ts';
import { isPodReady } from '../../kubernetes/services.ts';
import { subjectOf, subjectText } from '../../kubernetes/subject.ts';
import { templateContainers, wantedReplicas } from '../../kubernetes/workload.ts';
import { narrowerTrouble } from '../../kubernetes/workload-trouble.ts';

/** A rollout made no progress within its deadline. */
export const detector: Detector = {
  code: 'rollout-stuck',
  detect(view) {
    const draft = createDetectionDraft('rollout-stuck');
    for (const item of view.objects('Deployment')) {
      const condition = conditionOf(item.object, 'Progressing');
      if (condition?.status !== 'False' || condition.reason !== 'ProgressDeadlineExceeded') continue;
      if (wantedReplicas(item.object) === 0 || isTrueAt(item.object, 'spec', 'paused')) continue;
      const about = subjectOf(item);
      const narrower = narrowerTrouble(view, about);
      const unready = livePods(view).filter((pod) => pod.workload === item && !isPodReady(pod.item));
      const lines = unready.flatMap((pod) =>
        pod.containers.flatMap((container) => containerLogs(view, pod, container)),
      );
      const last = lines.findLast(({ text }) => /warn|error|fail|not |unable|cannot|wait/i.test(text)) ?? lines.at(-1);
      const probe = unready.flatMap((pod) => view.events(pod.item)).findLast(({ reason }) => reason === 'Unhealthy');
      const [current, previous] = revisionsOf(view, item);
      const images = (template: unknown) =>
        templateContainers(template).flatMap((container) => textAt(container, 'image') ?? []);
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
          updatedReplicas: numberAt(item.object, 'status', 'updatedReplicas'),
          lastLine: last?.text.slice(0, 300),
          probe: probe?.message.slice(0, 200),
          explainedBy: narrower,
        },
      });
    }
    return draft.result();
  },
};
