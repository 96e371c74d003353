import { JsonValue } from '@auto-ops/contracts';
import { z } from 'zod';
import { Probe } from './probe.ts';

const Quantities = z.record(z.string(), z.union([z.string(), z.number()]));

/** One container of a pod template; only what an action reads or changes. */
export const Container = z.looseObject({
  name: z.string(),
  image: z.string().optional(),
  command: z.array(z.string()).optional(),
  args: z.array(z.string()).optional(),
  env: z
    .array(z.looseObject({ name: z.string(), value: z.string().optional(), valueFrom: JsonValue.optional() }))
    .optional(),
  envFrom: z.array(z.record(z.string(), JsonValue)).optional(),
  resources: z.looseObject({ requests: Quantities.optional(), limits: Quantities.optional() }).optional(),
  readinessProbe: Probe.optional(),
  livenessProbe: Probe.optional(),
  startupProbe: Probe.optional(),
});
export type Container = z.infer<typeof Container>;
