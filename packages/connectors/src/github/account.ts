import { z } from 'zod';

/** Who did something on GitHub; `type` is `User` for people. The number stays when the login changes. */
export const Account = z.looseObject({ id: z.int().optional(), login: z.string().max(100), type: z.string() });
export type Account = z.infer<typeof Account>;
