import { z } from 'zod';

/** A lower-case name that may become a parameter, a label, a folder or an argument: letters, digits and inner hyphens, at most 63. */
export const Identifier = z.string().regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/);
export type Identifier = z.infer<typeof Identifier>;
