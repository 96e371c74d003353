import type { Effect, Effects } from '@auto-ops/contracts';

/** What a list of effects comes to: all done, some before a failure, none because of one, or nothing to do. */
export function effectsVerdict(effects: readonly Effect[]): Effects['verdict'] {
  const hasDone = effects.some((effect) => ['applied', 'already', 'undone'].includes(effect.status));
  const hasFailed = effects.some((effect) => effect.status === 'failed');
  if (hasFailed) return hasDone ? 'partial' : 'failed';
  return hasDone ? 'applied' : 'nothing';
}
