import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Time } from '../time.ts';

/** A backup that was written, opened again and counted. */
export const BackupRecord = z.strictObject({
  schemaVersion: z.literal(1),
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,199}$/),
  at: Time,
  bytes: z.int().min(0),
  sha256: Digest,
  /** What is inside: a database with its rows, a file with its size. */
  entries: z
    .array(
      z.strictObject({
        name: z.string().max(300),
        rows: z.int().min(0).optional(),
        bytes: z.int().min(0).optional(),
      }),
    )
    .max(10_000),
  /** Every checksum and every database was found in order after it was written. */
  verified: z.boolean(),
  /** How many backups are kept, and how many older ones were removed. */
  kept: z.int().min(0),
  removed: z.int().min(0),
});
export type BackupRecord = z.infer<typeof BackupRecord>;
