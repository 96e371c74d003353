import { componentKey } from '../graph/component-key.ts';
import { compareText } from '../order/compare-text.ts';
import { epochOf } from '../order/epoch-of.ts';
import { itemKey } from '../subjects/item-key.ts';
import { keyOf } from '../subjects/key-of.ts';
import { kindOf } from '../subjects/kind-of.ts';
import type { View } from '../view.ts';
import { isErrorLine } from './is-error-line.ts';
import { logTemplate } from './log-template.ts';

/** A kind of log line that is new, or far more frequent than before. */
export interface LogAnomaly {
  /** Reference to the first line of it. */
  readonly id: string;
  readonly text: string;
  readonly template: string;
  /** Key of the graph whose log it is: the workload of a pod. */
  readonly key: string;
  /** Milliseconds since 1970 of the first one; undefined for patterns without a time. */
  readonly first?: number | undefined;
  readonly count: number;
  readonly isError: boolean;
  /** An error, or a warning that was not there before: how trouble begins. */
  readonly isTrouble: boolean;
}

/** A pattern that occurred before has to become this much more frequent. */
const growth = 3;
/** A line that already occurred this long before the rest is usual. */
const leadMilliseconds = 30 * 60_000;

/** New and grown kinds of log lines, errors first, then the most frequent. */
export function logAnomalies(view: View): readonly LogAnomaly[] {
  const alertTimes = view.alerts.flatMap((alert) => epochOf(alert.startsAt) ?? []);
  const reference = alertTimes.length === 0 ? undefined : Math.min(...alertTimes) - leadMilliseconds;
  const groups = new Map<string, LogAnomaly & { early: number }>();
  for (const { id, subject, body } of view.evidence('log')) {
    if (subject === undefined || body === undefined) continue;
    const key = workloadKey(view, subject);
    body.entries.forEach((entry, index) => {
      const template = logTemplate(entry.text);
      const identity = `${key}\n${template}`;
      const at = epochOf(entry.at);
      const count = entry.count ?? 1;
      const early = entry.baseline ?? (at !== undefined && reference !== undefined && at < reference ? count : 0);
      const late = entry.baseline === undefined && early > 0 ? 0 : count;
      const known = groups.get(identity);
      if (known === undefined) {
        const isError = isErrorLine(entry.text, entry.level) || entry.attributes?.sentiment === 'negative';
        groups.set(identity, {
          id: `${id}#${index}`,
          text: entry.text,
          template,
          key,
          first: at,
          count: late,
          early,
          isError,
          isTrouble: isError || isWarning(entry.level),
        });
        return;
      }
      const isFirst = at !== undefined && (known.first === undefined || at < known.first);
      groups.set(identity, {
        ...known,
        ...(isFirst ? { first: at, id: `${id}#${index}`, text: entry.text } : {}),
        count: known.count + late,
        early: known.early + early,
        isError: known.isError || isErrorLine(entry.text, entry.level),
        isTrouble: known.isTrouble || isErrorLine(entry.text, entry.level) || isWarning(entry.level),
      });
    });
  }
  return [...groups.values()]
    .filter(({ count, early }) => count > 0 && count >= early * growth)
    .map(({ early: _, ...anomaly }) => anomaly)
    .sort(
      (left, right) =>
        Number(right.isError) - Number(left.isError) || right.count - left.count || compareText(left.id, right.id),
    );
}

function isWarning(level: string | undefined): boolean {
  return level !== undefined && /^warn/i.test(level);
}

function workloadKey(view: View, subject: Parameters<typeof keyOf>[0]): string {
  if (subject.kind === 'Component') return componentKey(view, subject.name);
  const item = view.object(kindOf(subject.kind, subject.apiVersion), subject.namespace, subject.name);
  return item === undefined ? keyOf(subject) : itemKey(view.workload(item));
}
