import { z } from 'zod';

const State = z.looseObject({
  running: z.looseObject({}).optional(),
  waiting: z.looseObject({ reason: z.string().optional() }).optional(),
  terminated: z.looseObject({ exitCode: z.number().optional(), finishedAt: z.string().nullish() }).optional(),
});

const ContainerStatus = z.looseObject({
  name: z.string(),
  ready: z.boolean().optional(),
  restartCount: z.number().optional(),
  state: State.optional(),
  lastState: State.optional(),
});

/** The part of a pod that decides whether its logs are worth reading. */
export const PodShape = z.looseObject({
  metadata: z.looseObject({
    name: z.string(),
    namespace: z.string(),
    labels: z.record(z.string(), z.string()).optional(),
    ownerReferences: z.array(z.looseObject({ kind: z.string(), name: z.string() })).optional(),
  }),
  spec: z.looseObject({ nodeName: z.string().optional() }).optional(),
  status: z
    .looseObject({
      phase: z.string().optional(),
      conditions: z.array(z.looseObject({ type: z.string(), status: z.string() })).optional(),
      containerStatuses: z.array(ContainerStatus).optional(),
      initContainerStatuses: z.array(ContainerStatus).optional(),
    })
    .optional(),
});
export type PodShape = z.infer<typeof PodShape>;
