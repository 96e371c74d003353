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
  /** What it can be called up by exactly: alerts, cause codes, reasons, its id, its file's name. */
  names: z.array(z.string().min(1).max(300)).max(100).optional(),
  chunks: z.array(KnowledgeChunk).max(2000),
});
export type KnowledgeDocument = z.infer<typeof KnowledgeDocument>;
