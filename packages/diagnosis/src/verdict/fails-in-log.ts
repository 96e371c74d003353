import { epochOf } from '../order/epoch-of.ts';
import { isErrorLine } from '../signals/is-error-line.ts';
import { subjectOf } from '../subjects/subject-of.ts';
import type { LogLine, ObjectItem, View } from '../view.ts';

/** What a program says when its trouble is over. */
const recovery =
  /\b(again|recovered|reconnected|re-?established|restored|resumed|back (to normal|online|up)|healthy|succeeded after)\b/i;
/** An error older than this, with other lines after it, is history. */
const staleMilliseconds = 5 * 60_000;

/** Whether the log of a running pod of the workload ends in errors: the last one is fresh and nothing says that it is over. */
export function failsInLog(view: View, workload: ObjectItem): boolean {
  const now = epochOf(view.now) ?? 0;
  return view.pods(workload).some((pod) => {
    const byContainer = Map.groupBy(
      view.logs(subjectOf(pod.object)).filter((line) => !line.previous),
      (line) => line.container,
    );
    return [...byContainer.values()].some((lines) => endsInErrors(lines, now));
  });
}

function endsInErrors(lines: readonly LogLine[], now: number): boolean {
  const last = lines.findLastIndex((line) => isErrorLine(line.text, line.level));
  const error = lines[last];
  if (error === undefined) return false;
  const later = lines.slice(last + 1);
  if (later.some((line) => recovery.test(line.text))) return false;
  const at = epochOf(error.at);
  return later.length === 0 || at === undefined || now - at < staleMilliseconds;
}
