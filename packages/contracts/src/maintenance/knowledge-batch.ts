import { z } from 'zod';
import { KnowledgeDocument } from './knowledge-document.ts';

/** All documents of one source; it replaces what was known of that source. */
export const KnowledgeBatch = z.strictObject({
  schemaVersion: z.literal(1),
  /** A repository `owner/name` or the name of a folder. */
  source: z.string().min(1).max(200),
  commit: z
    .string()
    .regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
    .optional(),
  documents: z.array(KnowledgeDocument).max(5000),
});
export type KnowledgeBatch = z.infer<typeof KnowledgeBatch>;
