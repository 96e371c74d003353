import type { Route, Window } from '@auto-ops/contracts';
import { type CollectRequest, openKubernetesReader } from '@auto-ops/evidence';
import { createRedactor } from '@auto-ops/redaction';
import { nodeCryptography } from '@auto-ops/runtime';
import { readBundle, type StepCall } from '@auto-ops/workspace';
import type { Config } from './config.ts';

/** What differs between a collection and an observation. */
export interface Question {
  readonly scope: Route['scope'];
  readonly targets: Route['targets'];
  readonly window: Window;
  readonly repository?: string | undefined;
}

/** Everything a specialist may use, made of the step's call; the cluster is opened once and on demand. */
export function requestOf(call: StepCall<Config>, question: Question): CollectRequest {
  const { config, incident, workspace, signal } = call;
  const key = config.redactionKey === undefined ? undefined : nodeCryptography.hmac(config.redactionKey, incident.id);
  let cluster: ReturnType<typeof openKubernetesReader> | undefined;
  return {
    ...question,
    incident,
    capturedAt: new Date().toISOString(),
    folder: workspace.path(call.folder),
    redactor: createRedactor({ key, cryptography: nodeCryptography }),
    cryptography: nodeCryptography,
    signal,
    searchPath: config.searchPath,
    openCluster() {
      cluster ??= openKubernetesReader({ kubeconfig: config.kubeconfig, context: config.kubeContext }, signal);
      return cluster;
    },
    async readRecorded() {
      if (incident.mode !== 'replay') return undefined;
      return readBundle(workspace.path('incident/bundle'));
    },
  };
}
