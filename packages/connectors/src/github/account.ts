import { z } from 'zod';

/** Who did something on GitHub; `type` is `User` for people. */
export const Account = z.looseObject({ login: z.string().max(100), type: z.string() });
export type Account = z.infer<typeof Account>;
