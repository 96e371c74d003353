import { lstatSync, readFileSync } from 'node:fs';
import type { StepCall } from './step-call.ts';

const limit = 256;

/** The outputs of a step that has ended, the fallback where a file is missing; a problem where one is no output. */
export function readOutputs(call: StepCall): { outputs: Record<string, string>; problem?: string } {
  const outputs: Record<string, string> = {};
  for (const { name, path, fallback } of call.outputs) {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined) {
      outputs[name] = fallback;
      continue;
    }
    if (!stats.isFile() || stats.size > limit + 1) {
      return { outputs, problem: `output ${name} is no file of at most ${limit} bytes` };
    }
    outputs[name] = readFileSync(path, 'utf8').replace(/\n$/, '');
  }
  return { outputs };
}
