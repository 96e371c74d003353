import { StepOutputs } from '@auto-ops/contracts';

/** Outputs as the text of one file each: a word as it is, a list as JSON. */
export function outputTexts(outputs: StepOutputs): Record<string, string> {
  const present = Object.entries(outputs).filter(([, value]) => value !== undefined);
  return Object.fromEntries(
    present.map(([name, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : String(value)]),
  );
}

/** The reverse of `outputTexts`. */
export function parseOutputs(texts: Readonly<Record<string, string>>): StepOutputs {
  const values = Object.entries(texts).map(([name, text]) => [name, text.startsWith('[') ? JSON.parse(text) : text]);
  return StepOutputs.parse(Object.fromEntries(values));
}
