import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { conditionOf } from '../../kubernetes/fields/condition-of.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { type Crash, crashes } from '../../kubernetes/pods/crashes.ts';
import { isException } from '../../kubernetes/pods/is-exception.ts';
import { previousContainer } from '../../kubernetes/workloads/previous-container.ts';
import type { View } from '../../view.ts';

const narrower: Readonly<Partial<Record<Crash['about'], string>>> = {
  memory: 'it was killed for its memory',
  command: 'its command could not start',
  probe: 'a probe had it killed',
};

/** A program ends by itself with an error that nothing outside it explains. */
export const detector: Detector = {
  code: 'application-crash',
  detect(view) {
    const draft = createDetectionDraft('application-crash');
    for (const crash of crashes(view)) {
      const { pod, container, end, about, line } = crash;
      if (hasGivenUp(view, crash)) continue;
      const why = narrower[about];
      if (why !== undefined) {
        draft.excluded(pod.subject, `Container ${container.name} did not end by itself: ${why}.`, [pod.item.id]);
        continue;
      }
      const isTold = line !== undefined && isException(line.text);
      const previous = previousContainer(view, pod.item, container.name);
      draft.found({
        subject: pod.subject,
        part: container.name,
        // Where the last words name something else, that something is the cause when it proves true.
        severity: about !== 'program' ? 'info' : isTold && end.exitCode !== 0 ? 'critical' : 'warning',
        message: `Container ${container.name} of ${subjectText(pod.subject)} ends with exit code ${end.exitCode}${line === undefined ? '' : `: ${line.text.trim().slice(0, 200)}`}.`,
        evidence: [pod.item.id, line?.id, view.events(pod.item).findLast(({ reason }) => reason === 'BackOff')?.id],
        since: [line?.at, end.finishedAt],
        facts: {
          container: container.name,
          image: container.image,
          exitCode: end.exitCode,
          restarts: container.restarts,
          lastLine: line?.text.slice(0, 300),
          about,
          previousImage: textField(previous?.spec, 'image'),
          previousRevision: previous?.revision,
        },
      });
    }
    return draft.result();
  },
};

/** The end of a Job's pods counts as the Job's once that has given up. */
function hasGivenUp(view: View, { pod }: Crash): boolean {
  const owner = listAt(pod.item.object, 'metadata', 'ownerReferences').find(({ kind }) => kind === 'Job');
  const job = view.object('Job', pod.namespace, textField(owner, 'name') ?? '');
  return conditionOf(job?.object, 'Failed')?.status === 'True';
}
