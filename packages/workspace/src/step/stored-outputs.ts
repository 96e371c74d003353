import { type StepOutputs, StepRecord } from '@auto-ops/contracts';
import type { Workspace } from '../workspace.ts';
import { parseOutputs } from './parse-outputs.ts';

/** The outputs of a step that is done already; its record is written last, so a record that says done vouches for the rest. */
export function storedOutputs(workspace: Workspace, folder: string, document: string): StepOutputs | undefined {
  if (!workspace.exists(`${folder}/record.json`) || !workspace.exists(`${folder}/${document}`)) return undefined;
  const record = workspace.read(StepRecord, `${folder}/record.json`);
  return record.outcome === 'done' ? parseOutputs(record.outputs) : undefined;
}
