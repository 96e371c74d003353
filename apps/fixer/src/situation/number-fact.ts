import type { Situation } from './situation.ts';
import { textFact } from './text-fact.ts';

/** A fact a detector recorded about the cause, as a number; `undefined` where none of the findings has it. */
export function numberFact(situation: Situation, name: string): number | undefined {
  const value = Number(textFact(situation, name) ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}
