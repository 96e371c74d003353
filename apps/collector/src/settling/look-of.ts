import type { KubernetesObject, Subject } from '@auto-ops/contracts';
import type { Collected } from '@auto-ops/evidence';
import type { LookState } from './look-state.ts';
import { podState } from './pod-state.ts';
import { relevantObjects } from './relevant-objects.ts';
import { workloadState } from './workload-state.ts';

/** One look in short: what must be equal for two looks to be the same, and whether anything still moves. */
export interface Look {
  readonly signature: string;
  readonly state: LookState;
}

/** Reduces a look to the workloads and pods of the targets. */
export function lookOf(specialist: string, collected: Collected, targets: readonly Subject[]): Look {
  const objects = collected.evidence.flatMap((item) =>
    item.kind === 'object' && item.body !== undefined ? [item.body.object] : [],
  );
  if (specialist !== 'kubernetes') return { signature: JSON.stringify(objects.map(withoutVersion)), state: 'calm' };
  const now = Date.parse(collected.capturedAt ?? '');
  const states = relevantObjects(objects, targets).map((object) => {
    const state = object.kind === 'Pod' ? podState(object, now) : workloadState(object);
    return { name: `${object.kind}/${object.metadata.namespace}/${object.metadata.name}`, ...state };
  });
  const signature = states.map(({ name, text }) => `${name} ${text}`).sort();
  const isMoving = states.some(({ state }) => state === 'moving');
  const isTroubled = states.some(({ state }) => state === 'troubled');
  return { signature: signature.join('\n'), state: isTroubled ? 'troubled' : isMoving ? 'moving' : 'calm' };
}

/** Heartbeats move the version of an object and nothing else that matters. */
function withoutVersion(object: KubernetesObject): unknown {
  const { resourceVersion: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}
