import { z } from 'zod';

const commit = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/);

/** The repository a maintenance run is about, and where it matters the commit, the one before it and the pull request. */
export const MaintenanceSubject = z.strictObject({
  repository: z
    .string()
    .max(140)
    .regex(/^[A-Za-z0-9][A-Za-z0-9-]*\/(?!\.{1,2}$)[A-Za-z0-9_.-]+$/),
  commit: commit.optional(),
  base: commit.optional(),
  pullRequest: z.int().min(1).optional(),
});
export type MaintenanceSubject = z.infer<typeof MaintenanceSubject>;
