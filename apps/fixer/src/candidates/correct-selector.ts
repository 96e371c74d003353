import type { ObjectItem } from '@auto-ops/diagnosis';
import { findPodTemplate, readPath } from '@auto-ops/policy';
import { rollingWorkloads } from '../situation/rolling-workloads.ts';
import type { Situation } from '../situation/situation.ts';
import { subjectItem } from '../situation/subject-item.ts';
import { textFact } from '../situation/text-fact.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';
import { nearestText } from './nearest-text.ts';

type Labels = Readonly<Record<string, string>>;

/** The Service's own selector with the labels that its workload's pods carry, where one workload is clearly the one. */
export function correctSelector(situation: Situation): readonly Candidate[] {
  const service = subjectItem(situation);
  if (service === undefined || service.object.kind !== 'Service') return [];
  const selector = (readPath(service.object, 'spec', 'selector') ?? {}) as Labels;
  const workload = intendedWorkload(situation, service, selector);
  if (workload === undefined) return [];
  const labels = labelsOf(workload);
  const kept = Object.keys(selector).filter((key) => labels[key] !== undefined);
  const keys =
    kept.length > 0
      ? kept
      : Object.keys((readPath(workload.object, 'spec', 'selector', 'matchLabels') ?? {}) as Labels);
  const corrected = Object.fromEntries(keys.map((key) => [key, labels[key] ?? '']));
  if (keys.length === 0 || JSON.stringify(corrected) === JSON.stringify(selector)) return [];
  const target = `${workload.object.kind} ${workload.object.metadata.name}`;
  return [
    {
      summary: `Let Service ${service.object.metadata.name} select the pods of ${target}.`,
      actions: [
        draftAction(situation, service, {
          type: 'set-selector',
          arguments: { selector: corrected },
          expected: `Service ${service.object.metadata.name} has the ready pods of ${target} as endpoints.`,
          evidence: [workload.id],
        }),
      ],
    },
  ];
}

/** The workload of the Service's name, or else the one whose labels are nearest to the selector. */
function intendedWorkload(situation: Situation, service: ObjectItem, selector: Labels): ObjectItem | undefined {
  const { name, namespace } = service.object.metadata;
  const workloads = rollingWorkloads(situation.view, namespace);
  const named = workloads.filter((workload) => workload.object.metadata.name === name);
  if (named.length === 1) return named[0];
  const nearest = textFact(situation, 'nearest');
  const seen = workloads.find(
    ({ object }) => `${object.kind} ${object.metadata.namespace}/${object.metadata.name}` === nearest,
  );
  if (seen !== undefined) return seen;
  const ranked = workloads
    .map((workload) => ({ workload, score: scoreOf(selector, labelsOf(workload)) }))
    .filter(({ score }) => score > 0)
    .sort((left, right) => right.score - left.score);
  const [first, second] = ranked;
  return first === undefined || first.score === second?.score ? undefined : first.workload;
}

function scoreOf(selector: Labels, labels: Labels): number {
  return Object.entries(selector).reduce((score, [key, value]) => {
    const label = labels[key];
    if (label === undefined) return score;
    return score + (label === value ? 2 : nearestText(value, [label]) === undefined ? 0 : 1);
  }, 0);
}

function labelsOf(workload: ObjectItem): Labels {
  return findPodTemplate(workload.object).template.metadata?.labels ?? {};
}
