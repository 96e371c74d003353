import type { SchedulingReason } from './scheduling-reasons.ts';

/** The taint that a reason names: `dedicated: gpu`. */
export function taintOf({ text }: SchedulingReason): string | undefined {
  return /taint\s*\{([^}]*)\}/.exec(text)?.[1]?.trim();
}
