import { z } from 'zod';
import { Time } from './time.ts';

/** A change somebody or something made: a commit, a deploy, a flag, a certificate. */
export const Change = z.looseObject({
  id: z.string(),
  type: z.enum([
    'commit',
    'deploy',
    'image',
    'config',
    'flag',
    'helm',
    'scale',
    'certificate',
    'rbac',
    'migration',
    'other',
  ]),
  at: Time,
  title: z.string(),
  author: z.string().optional(),
  repository: z.string().optional(),
  files: z.array(z.string()).optional(),
  diff: z.string().optional(),
  from: z.string().optional(),
  to: z.string().optional(),
  commits: z.array(z.string()).optional(),
});
export type Change = z.infer<typeof Change>;
