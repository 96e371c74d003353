import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Time } from '../time.ts';

/** `manifest.json` of a backup: what is inside, so that whoever opens it can compare. */
export const BackupManifest = z.strictObject({
  schemaVersion: z.literal(1),
  at: Time,
  entries: z.array(
    z.strictObject({
      name: z.string(),
      bytes: z.int(),
      sha256: Digest,
      /** Rows by table, of a database. */
      rows: z.record(z.string(), z.int()).optional(),
    }),
  ),
});
export type BackupManifest = z.infer<typeof BackupManifest>;
