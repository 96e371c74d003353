import { StepOutputs } from '@auto-ops/contracts';

/** Reads outputs back from the texts of their files. */
export function parseOutputs(texts: Readonly<Record<string, string>>): StepOutputs {
  const values = Object.entries(texts).map(([name, text]) => [name, text.startsWith('[') ? JSON.parse(text) : text]);
  return StepOutputs.parse(Object.fromEntries(values));
}
