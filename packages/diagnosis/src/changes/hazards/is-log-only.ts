import type { DiffLines } from './diff-lines.ts';

const telling =
  /\b(log(ger|ging)?|LOG_\w+|print\w*|console|metrics?|counter|histogram|gauge|prometheus|span|tracer?|slog|zap|logrus)\b|\.(info|debug|warn|error|inc|observe)\(/i;
const closing = /^[\s)}\];,]*$/;

/** Whether every changed line only logs, counts or traces. */
export function isLogOnly({ removed, added }: Pick<DiffLines, 'removed' | 'added'>): boolean {
  const lines = [...removed, ...added].filter((line) => !closing.test(line));
  return lines.length > 0 && lines.every((line) => telling.test(line));
}
