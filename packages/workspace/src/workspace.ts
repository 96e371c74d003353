import type { z } from 'zod';

/**
 * The folder of one run, read and written by the protocol: documents are validated both ways and replaced whole, symbolic links
 * are refused, sizes are capped. Paths are relative to the run's folder, with forward slashes.
 */
export interface Workspace {
  readonly root: string;
  /** The absolute path; refuses paths that leave the folder or pass a symbolic link. */
  path(...parts: readonly string[]): string;
  exists(relativePath: string): boolean;
  /** Throws DOCUMENT_MISSING, DOCUMENT_INVALID (file and field) or DOCUMENT_TOO_LARGE. */
  read<Schema extends z.ZodType>(schema: Schema, relativePath: string): z.infer<Schema>;
  readIfPresent<Schema extends z.ZodType>(schema: Schema, relativePath: string): z.infer<Schema> | undefined;
  /** Validates, writes to a temporary name, syncs, renames. */
  write<Schema extends z.ZodType>(schema: Schema, relativePath: string, value: z.input<Schema>): void;
  readText(relativePath: string, maxBytes?: number): string;
  writeText(relativePath: string, text: string): void;
  /** Sorted names in a folder; none where it does not exist. */
  list(relativeFolder: string): string[];
}
