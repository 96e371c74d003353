import { millisecondsOf } from './milliseconds-of.ts';

/** The best of the times that are well formed, as it was written. */
export function pickTime(
  times: readonly unknown[],
  isBetter: (left: number, right: number) => boolean,
): string | undefined {
  let best: { text: string; value: number } | undefined;
  for (const text of times) {
    const value = millisecondsOf(text);
    if (typeof text !== 'string' || value === undefined) continue;
    if (best === undefined || isBetter(value, best.value)) best = { text, value };
  }
  return best?.text;
}
