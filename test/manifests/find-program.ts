import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** A program of the PATH, or of one more folder; undefined where it is nowhere. */
export function findProgram(program: string, folder = ''): string | undefined {
  const folders = [folder, ...(process.env.PATH ?? '').split(delimiter)];
  return folders.map((one) => join(one, program)).find((file) => file.startsWith('/') && existsSync(file));
}
