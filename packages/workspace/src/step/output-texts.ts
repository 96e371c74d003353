import type { StepOutputs } from '@auto-ops/contracts';

/** Outputs as the text of one file each: a word as it is, a list as JSON. */
export function outputTexts(outputs: StepOutputs): Record<string, string> {
  const present = Object.entries(outputs).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    present.map(([name, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : String(value)]),
  );
}
