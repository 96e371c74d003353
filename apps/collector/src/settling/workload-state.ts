import type { KubernetesObject } from '@auto-ops/contracts';
import { z } from 'zod';
import type { LookState } from './look-state.ts';

const Count = z.number().default(0);
const Shape = z.looseObject({
  metadata: z.looseObject({ generation: z.number().optional() }),
  spec: z.looseObject({ replicas: z.number().optional() }).default({}),
  status: z
    .looseObject({
      observedGeneration: z.number().optional(),
      replicas: Count,
      readyReplicas: Count,
      updatedReplicas: Count,
      desiredNumberScheduled: Count,
      numberReady: Count,
      updatedNumberScheduled: Count,
      active: Count,
      conditions: z
        .array(z.looseObject({ type: z.string(), status: z.string(), reason: z.string().optional() }))
        .default([]),
    })
    .prefault({}),
});

/** Whether a workload has become what it should be; a rollout that ran out of time is trouble. */
export function workloadState(object: KubernetesObject): { readonly text: string; readonly state: LookState } {
  const parsed = Shape.safeParse(object);
  if (!parsed.success) return { text: 'unreadable', state: 'calm' };
  const { metadata, spec, status } = parsed.data;
  const isBehind = status.observedGeneration !== undefined && status.observedGeneration < (metadata.generation ?? 0);
  const [wanted, updated, ready, present] = countsOf(object.kind, spec.replicas, status);
  const text = `${updated}/${ready}/${wanted}`;
  if (isBehind) return { text, state: 'moving' };
  if (status.conditions.some(({ reason }) => reason === 'ProgressDeadlineExceeded')) return { text, state: 'troubled' };
  const isThere = updated >= wanted && ready >= wanted && present <= wanted;
  return { text, state: isThere ? 'calm' : 'moving' };
}

type Counts = [wanted: number, updated: number, ready: number, present: number];

function countsOf(kind: string, replicas: number | undefined, status: z.infer<typeof Shape>['status']): Counts {
  if (kind === 'DaemonSet') {
    return [
      status.desiredNumberScheduled,
      status.updatedNumberScheduled,
      status.numberReady,
      status.desiredNumberScheduled,
    ];
  }
  if (kind === 'Job') return [status.active === 0 ? 0 : 1, 0, 0, 0];
  // A StatefulSet that rolls nothing out reports no updated replicas.
  const updated = kind === 'StatefulSet' && status.updatedReplicas === 0 ? status.replicas : status.updatedReplicas;
  return [replicas ?? 1, updated, status.readyReplicas, status.replicas];
}
