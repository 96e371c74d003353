import { z } from 'zod';

/** One node of a run as it is stored: what the port shows, and what the engine needs to go on after it was killed. */
export const NodeState = z.strictObject({
  id: z.string(),
  displayName: z.string(),
  template: z.string(),
  kind: z.enum(['Pod', 'Suspend', 'DAG', 'TaskGroup', 'Retry']),
  phase: z.enum(['Pending', 'Running', 'Succeeded', 'Failed', 'Error', 'Skipped', 'Omitted']),
  parent: z.string().optional(),
  message: z.string().optional(),
  createdAt: z.string(),
  startedAt: z.string().optional(),
  finishedAt: z.string().optional(),
  inputs: z.record(z.string(), z.string()),
  outputs: z.record(z.string(), z.string()),
  /** The mutex that a graph holds while it is Running, and waits for while it is Pending. */
  lock: z.string().optional(),
  /** When a suspension ends by itself, in milliseconds since 1970. */
  deadline: z.number().optional(),
  /** A pending step is not started earlier, in milliseconds since 1970. */
  notBefore: z.number().optional(),
  /** How often the step was killed by somebody else and started again. */
  restarts: z.int(),
  exitCode: z.int().optional(),
  /** The process of a running step, and when the kernel started it: together they name one process for ever. */
  process: z.strictObject({ id: z.int(), startedAt: z.string().optional() }).optional(),
});
export type NodeState = z.infer<typeof NodeState>;
