import { JsonValue } from '@auto-ops/contracts';
import { z } from 'zod';
import { Container } from './container.ts';

/** The pod template of a workload; only what an action reads or changes. */
export const PodTemplate = z.looseObject({
  metadata: z
    .looseObject({
      labels: z.record(z.string(), z.string()).nullish(),
      annotations: z.record(z.string(), z.string()).nullish(),
    })
    .nullish(),
  spec: z.looseObject({
    containers: z.array(Container),
    initContainers: z.array(Container).optional(),
    nodeSelector: z.record(z.string(), z.string()).optional(),
    serviceAccountName: z.string().optional(),
    serviceAccount: z.string().optional(),
    volumes: z.array(z.looseObject({ name: z.string() }).catchall(JsonValue)).optional(),
  }),
});
export type PodTemplate = z.infer<typeof PodTemplate>;
