import { z } from 'zod';

const ProbeHandler = z.looseObject({ port: z.union([z.int(), z.string()]), path: z.string().optional() });

/** One probe of a container; only what an action reads or changes. */
export const Probe = z.looseObject({
  httpGet: ProbeHandler.optional(),
  tcpSocket: ProbeHandler.optional(),
  grpc: z.looseObject({ port: z.int() }).optional(),
  initialDelaySeconds: z.int().optional(),
  periodSeconds: z.int().optional(),
  timeoutSeconds: z.int().optional(),
  failureThreshold: z.int().optional(),
});
export type Probe = z.infer<typeof Probe>;
