import type { DiffLines } from './diff-lines.ts';

/** Tokens that a change really removes and adds: what only moved to another line or function cancels out. */
export interface NetTokens {
  readonly removed: readonly string[];
  readonly added: readonly string[];
  /** How much of the changed text is net, 0 (moved only) to 1. */
  readonly share: number;
}

/** Compares removed and added lines as bags of tokens. */
export function netTokens({ removed, added }: Pick<DiffLines, 'removed' | 'added'>): NetTokens {
  const old = tokens(removed);
  const next = tokens(added);
  const netRemoved = minus(old, next);
  const netAdded = minus(next, old);
  const all = old.length + next.length;
  return { removed: netRemoved, added: netAdded, share: all === 0 ? 0 : (netRemoved.length + netAdded.length) / all };
}

function tokens(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.match(/[A-Za-z_][\w]*|\d+(?:\.\d+)*/g) ?? []);
}

function minus(left: readonly string[], right: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const token of right) counts.set(token, (counts.get(token) ?? 0) + 1);
  return left.filter((token) => {
    const count = counts.get(token) ?? 0;
    if (count > 0) counts.set(token, count - 1);
    return count === 0;
  });
}
