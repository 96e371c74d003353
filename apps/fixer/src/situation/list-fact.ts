import type { Situation } from './situation.ts';

/** A fact a detector recorded about the cause, as a list of texts; empty where none of the findings has it. */
export function listFact(situation: Situation, name: string): readonly string[] {
  for (const finding of situation.findings) {
    const value = finding.facts?.[name];
    if (Array.isArray(value)) return value;
  }
  return [];
}
