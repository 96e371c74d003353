import type { KubernetesObject } from '@auto-ops/contracts';
import { z } from 'zod';
import type { LookState } from './look-state.ts';

const State = z.looseObject({
  waiting: z.looseObject({ reason: z.string().optional() }).optional(),
  terminated: z.looseObject({ exitCode: z.number().optional() }).optional(),
});
const Status = z.looseObject({ name: z.string(), restartCount: z.number().optional(), state: State.optional() });
const Shape = z.looseObject({
  metadata: z.looseObject({ deletionTimestamp: z.string().optional() }),
  status: z
    .looseObject({
      phase: z.string().optional(),
      conditions: z
        .array(
          z.looseObject({
            type: z.string(),
            status: z.string(),
            reason: z.string().optional(),
            lastTransitionTime: z.string().nullish(),
          }),
        )
        .default([]),
      containerStatuses: z.array(Status).default([]),
      initContainerStatuses: z.array(Status).default([]),
    })
    .prefault({}),
});

/** A pod that has just become ready may fall over the next moment. */
const steadyMilliseconds = 10_000;
const starting = new Set(['ContainerCreating', 'PodInitializing']);

/** Whether a pod is up and steady, on its way, or in trouble that will not pass by waiting. */
export function podState(object: KubernetesObject, now: number): { readonly text: string; readonly state: LookState } {
  const parsed = Shape.safeParse(object);
  if (!parsed.success) return { text: 'unreadable', state: 'calm' };
  const { metadata, status } = parsed.data;
  if (metadata.deletionTimestamp !== undefined) return { text: 'leaving', state: 'moving' };
  if (status.phase === 'Succeeded' || status.phase === 'Failed') return { text: status.phase, state: 'calm' };
  const containers = [...status.initContainerStatuses, ...status.containerStatuses];
  const waiting = containers.map(({ state }) => state?.waiting?.reason).filter((reason) => reason !== undefined);
  const trouble = waiting.find((reason) => !starting.has(reason));
  // Between two crashes a container runs for a moment; the pod is in the same trouble all the while.
  const hasCrashed = containers.some(
    ({ restartCount = 0, state }) => restartCount > 0 && state?.terminated !== undefined,
  );
  if (trouble !== undefined || hasCrashed) return { text: 'failing', state: 'troubled' };
  const unschedulable = status.conditions.some(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'Unschedulable',
  );
  if (unschedulable) return { text: 'unschedulable', state: 'troubled' };
  const ready = status.conditions.find(({ type }) => type === 'Ready');
  if (ready?.status !== 'True') return { text: 'starting', state: 'moving' };
  const isSteady = now - Date.parse(ready.lastTransitionTime ?? '') >= steadyMilliseconds;
  return { text: 'ready', state: isSteady ? 'calm' : 'moving' };
}
