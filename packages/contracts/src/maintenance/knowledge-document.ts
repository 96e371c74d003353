import { z } from 'zod';
import { Digest } from '../digest.ts';
import { KnowledgeChunk } from './knowledge-chunk.ts';

/** One document of a knowledge source, cut into chunks. */
export const KnowledgeDocument = z.strictObject({
  /** Relative to the root of its source. */
  path: z.string().min(1).max(500),
  title: z.string().max(300),
  /** Of the whole document. */
  digest: Digest,
  chunks: z.array(KnowledgeChunk).max(2000),
});
export type KnowledgeDocument = z.infer<typeof KnowledgeDocument>;
