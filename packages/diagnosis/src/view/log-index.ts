import type { Evidence } from '@auto-ops/contracts';
import { compareText } from '../order/compare-text.ts';
import { epochOf } from '../order/epoch-of.ts';
import { keyOf } from '../subjects/key-of.ts';
import type { LogLine } from '../view.ts';

type Placed = { line: LogLine; time: number; item: string; index: number };

/** Log lines by subject key: previous containers first, then oldest first; a line read twice is there once. */
export function indexLogs(evidence: readonly Evidence[]): ReadonlyMap<string, readonly LogLine[]> {
  const bySubject = new Map<string, Placed[]>();
  for (const item of evidence) {
    if (item.kind !== 'log' || item.body === undefined || item.subject === undefined) continue;
    const key = keyOf(item.subject);
    const placed = bySubject.get(key) ?? [];
    bySubject.set(key, placed);
    // A line without a time keeps its place behind the line before it.
    let time = epochOf(item.body.entries.find((entry) => entry.at !== undefined)?.at) ?? epochOf(item.observedAt) ?? 0;
    item.body.entries.forEach((entry, index) => {
      time = epochOf(entry.at) ?? time;
      const line: LogLine = {
        id: `${item.id}#${index}`,
        text: entry.text,
        at: entry.at,
        level: entry.level,
        container: item.body?.container,
        previous: item.body?.previous ?? false,
        count: entry.count ?? 1,
        baseline: entry.baseline,
      };
      placed.push({ line, time, item: item.id, index });
    });
  }
  return new Map([...bySubject].map(([key, placed]) => [key, withoutRepeats(placed.sort(comparePlaced))]));
}

function comparePlaced(left: Placed, right: Placed): number {
  return (
    Number(right.line.previous) - Number(left.line.previous) ||
    left.time - right.time ||
    compareText(left.line.container ?? '', right.line.container ?? '') ||
    compareText(left.item, right.item) ||
    left.index - right.index
  );
}

/** Two reads of one container overlap; a dated line with the same text at the same time is the same line. */
function withoutRepeats(placed: readonly Placed[]): readonly LogLine[] {
  const seen = new Map<string, string>();
  const lines: LogLine[] = [];
  for (const { line, item } of placed) {
    if (line.at !== undefined) {
      const identity = `${line.container ?? ''}\n${line.at}\n${line.previous}\n${line.text}`;
      const holder = seen.get(identity);
      if (holder !== undefined && holder !== item) continue;
      seen.set(identity, item);
    }
    lines.push(line);
  }
  return lines;
}
