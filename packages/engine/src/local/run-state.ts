import { z } from 'zod';

/** A run as it is stored, without its nodes. */
export const RunState = z.strictObject({
  name: z.string(),
  incident: z.string(),
  entrypoint: z.string(),
  /** Digest of the template that the run was started with; a newer template does not change a run. */
  template: z.string(),
  parameters: z.record(z.string(), z.string()),
  phase: z.enum(['Running', 'Succeeded', 'Failed']),
  message: z.string().optional(),
  startedAt: z.string(),
  finishedAt: z.string().optional(),
  /** When the whole run is ended, in milliseconds since 1970. */
  deadline: z.number().optional(),
  /** Why no new step is started any more: cancelled, or out of time. */
  stopping: z.string().optional(),
});
export type RunState = z.infer<typeof RunState>;
