import { z } from 'zod';

/** A part of a document under one heading, with the lines (from 1, both included) it stands on. */
export const KnowledgeChunk = z.strictObject({
  /** The headings above it, outermost first. */
  heading: z.array(z.string().max(300)).max(6),
  from: z.int().min(1),
  to: z.int().min(1),
  text: z.string().max(8000),
});
export type KnowledgeChunk = z.infer<typeof KnowledgeChunk>;
