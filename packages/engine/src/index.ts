/** The contract of the package: what executes runs. */
export type { ArgoEngine } from './argo/argo-engine.ts';
export type { ArgoEngineOptions } from './argo/argo-engine-options.ts';
export { createArgoEngine } from './argo/create-argo-engine.ts';
export { createEventSource } from './argo/create-event-source.ts';
export { stepEnvironment } from './environment/step-environment.ts';
export { stepVariableNames } from './environment/step-variable-names.ts';
export { createLocalEngine } from './local/create-local-engine.ts';
export type { LocalEngine } from './local/local-engine.ts';
export type { LocalEngineOptions } from './local/local-engine-options.ts';
export type { Program } from './local/step/start-step.ts';
export {
  type ArgoMaintenanceOptions,
  createArgoMaintenanceRunner,
} from './maintenance/create-argo-maintenance-runner.ts';
export {
  createLocalMaintenanceRunner,
  type LocalMaintenanceOptions,
} from './maintenance/create-local-maintenance-runner.ts';
export { describeSubset, type SubsetField } from './template/describe-subset.ts';
export { loadTemplate } from './template/load-template.ts';
export type { WorkflowTemplate } from './template/workflow-template.ts';
