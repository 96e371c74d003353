import type { ArgoServerClient, KubernetesApi, WorkflowsClient } from '@auto-ops/argo-workflows-client';
import type { Logger } from '@auto-ops/runtime';
import type { Delays } from './delays.ts';
import type { EventSource } from './event-source.ts';

/** What the engine of a cluster needs of its surroundings. */
export interface ArgoEngineOptions {
  readonly kubernetes: KubernetesApi;
  readonly workflows: WorkflowsClient;
  readonly server: ArgoServerClient;
  readonly events: EventSource;
  /** Where the Workflows and the ConfigMaps of the incidents are. */
  readonly namespace: string;
  /** Name of the WorkflowTemplate of an incident. */
  readonly template: string;
  readonly logger: Logger;
  readonly clock?: () => Date;
  readonly delays?: Partial<Delays>;
}
