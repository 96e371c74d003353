import type { Situation } from './situation.ts';

/** A fact a detector recorded about the cause, as text; `undefined` where none of the findings has it. */
export function textFact(situation: Situation, name: string): string | undefined {
  for (const finding of situation.findings) {
    const value = finding.facts?.[name];
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
  }
  return undefined;
}
