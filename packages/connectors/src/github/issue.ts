import { Time } from '@auto-ops/contracts';
import { z } from 'zod';
import { Account } from './account.ts';

/** An issue or pull request; only what is used. Its texts are untrusted. */
export const Issue = z.looseObject({
  number: z.int().min(1),
  title: z.string(),
  body: z.string().nullish(),
  html_url: z.url(),
  user: Account.nullish(),
  updated_at: Time.optional(),
});
export type Issue = z.infer<typeof Issue>;
