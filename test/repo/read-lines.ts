import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './repository-files.ts';

/** Reads a file of the repository as lines; the line break at the end of the file starts no line. */
export function readLines(path: string): string[] {
  return readFileSync(join(root, path), 'utf8').replace(/\n$/, '').split('\n');
}
