import { z } from 'zod';

/** A chunk of knowledge that was found, with where it stands. Its text is untrusted. */
export const Passage = z.strictObject({
  source: z.string(),
  commit: z.string().optional(),
  path: z.string(),
  title: z.string(),
  heading: z.array(z.string()),
  from: z.int(),
  to: z.int(),
  text: z.string(),
  /** The part of the text around what was asked for. */
  snippet: z.string(),
});
export type Passage = z.infer<typeof Passage>;
