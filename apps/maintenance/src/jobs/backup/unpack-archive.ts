import { createReadStream } from 'node:fs';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { unpackTar } from 'modern-tar/fs';

const mostEntries = 100_000;
const mostBytes = 64 * 1024 ** 3;

/** Unpacks a gzipped tar of plain files into an empty folder, never whole in memory; rejects for links, paths that leave it, and damage. */
export async function unpackArchive(archive: string, folder: string, signal: AbortSignal): Promise<void> {
  let entries = 0;
  let bytes = 0;
  const bound = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length;
      done(bytes > mostBytes ? new Error(`it holds more than ${mostBytes} bytes`) : null, chunk);
    },
  });
  const tar = unpackTar(folder, {
    strict: true,
    concurrency: 2,
    fmode: 0o600,
    dmode: 0o700,
    filter({ name, type = 'file' }) {
      entries += 1;
      if (entries > mostEntries) throw new Error(`it holds more than ${mostEntries} files`);
      const isPlain = type === 'file' || type === 'directory';
      if (!isPlain || name.startsWith('/') || name.split(/[/\\]/).includes('..')) {
        throw new Error(`${JSON.stringify(name)} is no plain file below the folder`);
      }
      return true;
    },
  });
  await pipeline(createReadStream(archive), createGunzip(), bound, tar, { signal });
}
