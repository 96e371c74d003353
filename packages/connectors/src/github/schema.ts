import { z } from 'zod';

/** What every event of GitHub may carry; the rest is read by the event it came with, after it was taken. */
export const GitHubBody = z.looseObject({ action: z.string().optional() });
export type GitHubBody = z.infer<typeof GitHubBody>;
