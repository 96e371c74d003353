import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The longest path the kernel takes for a socket, with room for its end. */
const longest = 100;

/** Where the run API of a run listens: in the run's folder, or, where that path is too long for a socket, in the temporary folder. */
export function socketPath(runFolder: string): string {
  const path = join(runFolder, 'run-api.sock');
  if (Buffer.byteLength(path) <= longest) return path;
  return join(tmpdir(), `auto-ops-${createHash('sha256').update(path).digest('hex').slice(0, 16)}.sock`);
}
