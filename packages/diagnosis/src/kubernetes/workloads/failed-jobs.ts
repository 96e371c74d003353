import { subjectOf } from '../../subjects/subject-of.ts';
import type { ObjectItem, View } from '../../view.ts';
import { conditionOf } from '../fields/condition-of.ts';
import { subjectText } from '../names/subject-text.ts';
import { containersOf } from '../pods/containers-of.ts';
import { isException } from '../pods/is-exception.ts';
import { lastWords } from '../pods/last-words.ts';
import { type LivePod, livePods } from '../pods/live-pods.ts';
import { secondsBetween } from '../times/seconds-between.ts';
import { isMadeGood } from './is-made-good.ts';

/** A Job that failed for good, and what its last pod left behind. */
export interface FailedJob {
  readonly job: ObjectItem;
  readonly reason: string;
  readonly message: string;
  readonly since?: string | undefined;
  readonly pods: readonly LivePod[];
  /** The line with which its last pod ended, where the log was read. */
  readonly lastLine?: { readonly id: string; readonly text: string } | undefined;
  readonly exitCode?: number | undefined;
  readonly schedule?: string | undefined;
  /** It failed longer ago than a day: a left-over rather than an incident. */
  readonly isOld: boolean;
}

/** The Jobs whose condition Failed is true and that no later run made good; the others, with the reason, in `madeGood`. */
export function failedJobs(view: View, reasons: readonly string[]): { failed: FailedJob[]; madeGood: ObjectItem[] } {
  const failed: FailedJob[] = [];
  const madeGood: ObjectItem[] = [];
  for (const job of view.objects('Job')) {
    const condition = [conditionOf(job.object, 'Failed'), conditionOf(job.object, 'FailureTarget')].find(
      (found) => found?.status === 'True',
    );
    if (condition === undefined || !reasons.includes(condition.reason)) continue;
    if (isMadeGood(view, job)) madeGood.push(job);
    else failed.push(read(view, job, condition));
  }
  return { failed, madeGood };
}

function read(
  view: View,
  job: ObjectItem,
  { reason, message, since }: { reason: string; message: string; since?: string | undefined },
): FailedJob {
  const items = new Set(view.pods(job));
  const pods = livePods(view).filter(({ item }) => items.has(item));
  const ends = pods.flatMap((pod) =>
    containersOf(pod.item.object)
      .filter(({ terminated }) => terminated !== undefined && terminated.exitCode !== 0)
      .map((container) => ({ pod, container })),
  );
  const [newest] = ends;
  const words =
    ends.map(({ pod, container }) => lastWords(view, pod, container)).find((lines) => lines.length > 0) ?? [];
  const telling = words.findLast(({ text }) => isException(text)) ?? words.at(-1);
  const parent = view.workload(job);
  const age = secondsBetween(since, view.now) ?? 0;
  return {
    job,
    reason,
    message,
    since,
    pods,
    lastLine: telling === undefined ? undefined : { id: telling.id, text: telling.text },
    exitCode: newest?.container.terminated?.exitCode,
    schedule: parent === job ? undefined : subjectText(subjectOf(parent.object)),
    isOld: age > 86_400,
  };
}
