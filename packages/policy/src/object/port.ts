import { z } from 'zod';

/** A port by number or by the name a container or Service gives it. */
export const Port = z.union([
  z.int().min(1).max(65535),
  z.string().regex(/^(?=.*[a-z])[a-z0-9](?:[a-z0-9-]{0,13}[a-z0-9])?$/),
]);
export type Port = z.infer<typeof Port>;
