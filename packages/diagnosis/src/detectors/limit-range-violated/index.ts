import type { Detector } from '../../detector.ts';
import { textField } from '../../fields/text-field.ts';
import { createDetectionDraft } from '../../kubernetes/create-detection-draft.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { failedCreates } from '../../kubernetes/workloads/failed-creates.ts';
import { podTemplate } from '../../kubernetes/workloads/pod-template.ts';
import { revisionPair } from '../../kubernetes/workloads/revision-pair.ts';
import { revisionsOf } from '../../kubernetes/workloads/revisions-of.ts';
import { templateContainers } from '../../kubernetes/workloads/template-containers.ts';
import { topWorkload } from '../../kubernetes/workloads/top-workload.ts';

const usage =
  /(maximum|minimum) (\S+) usage per (Container|Pod) is (\S+?)[,.]? but (limit|request) is (\S+?)(?=[,\]\s.]|$)/;
const unset = /(maximum|minimum) (\S+) usage per (Container|Pod) is (\S+?)\.\s+No (limit|request) is specified/;
const ratio =
  /(\S+) max limit to request ratio per (Container|Pod) is (\S+?), but provided ratio is (\S+?)(?=[,\]\s]|$)/;

/** A LimitRange of the namespace refuses the pods of a workload. */
export const detector: Detector = {
  code: 'limit-range-violated',
  detect(view) {
    const draft = createDetectionDraft('limit-range-violated');
    for (const { workload, namespace, message, evidence, since, item } of failedCreates(view)) {
      const [bound, missing, proportion] = [usage.exec(message), unset.exec(message), ratio.exec(message)];
      if (bound === null && missing === null && proportion === null) continue;
      const resource = bound?.[2] ?? missing?.[2] ?? proportion?.[1] ?? '';
      const scope = bound?.[3] ?? missing?.[3] ?? proportion?.[2] ?? '';
      const ranges = view
        .objects('LimitRange')
        .filter(
          ({ object }) =>
            object.metadata.namespace === namespace &&
            listAt(object, 'spec', 'limits').some(({ type }) => type === scope),
        );
      const field = `${bound?.[5] ?? missing?.[5] ?? 'limit'}s`;
      const containers = templateContainers(podTemplate(item?.object));
      const offender =
        containers.find((container) => textField(container, 'resources', field, resource) === bound?.[6]) ??
        containers[0];
      const name = textField(offender, 'name');
      const pair = item === undefined ? undefined : previousOf(view, item);
      const before = templateContainers(pair?.template).find((container) => container.name === name);
      draft.found({
        subject: workload,
        severity: 'critical',
        message: `A LimitRange refuses the pods of ${subjectText(workload)}: ${(bound ?? missing ?? proportion)?.[0]}.`,
        evidence: [...evidence, ...ranges.map(({ id }) => id)],
        since,
        facts: {
          limitRanges: ranges.map(({ object }) => object.metadata.name),
          resource,
          scope,
          bound: proportion === null ? (bound?.[1] ?? missing?.[1]) : 'ratio',
          allowed: bound?.[4] ?? missing?.[4] ?? proportion?.[3],
          field,
          actual: bound?.[6] ?? proportion?.[4],
          container: name,
          previousValue: textField(before, 'resources', field, resource),
          previousRevision: pair?.number,
        },
      });
    }
    return draft.result();
  },
};

function previousOf(view: Parameters<typeof topWorkload>[0], item: Parameters<typeof topWorkload>[1]) {
  return revisionPair(view, item)?.previous ?? revisionsOf(view, topWorkload(view, item))[1];
}
