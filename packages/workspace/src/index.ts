/** The contract of the package: the folder of a run and the protocol of its steps. */
export type { Bundle } from './bundle/bundle.ts';
export { packBundle } from './bundle/pack-bundle.ts';
export { parseEvidence } from './bundle/parse-evidence.ts';
export { readBundle } from './bundle/read-bundle.ts';
export { readCollections } from './bundle/read-collections.ts';
export { unpackBundle } from './bundle/unpack-bundle.ts';
export { writeBundle } from './bundle/write-bundle.ts';
export { applyEdits } from './edits/apply-edits.ts';
export { latestAnalysis } from './latest-analysis.ts';
export { latestAttempt } from './latest-attempt.ts';
export { openWorkspace } from './open-workspace.ts';
export { replaceFile } from './replace-file.ts';
export { runStepApp, type StepApp } from './step/run-step-app.ts';
export type { StepCall, StepProgram } from './step/step-program.ts';
export type { Workspace } from './workspace.ts';
