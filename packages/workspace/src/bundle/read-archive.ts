import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { AutoOpsError } from '@auto-ops/contracts';
import { unpackTar } from 'modern-tar';
import { bundleLimits } from './bundle-limits.ts';

/**
 * Reads a `.tar.gz` into memory: content by path, directories left out, one enclosing folder taken off. Throws BUNDLE_UNREADABLE for
 * a broken or oversized archive, a link or device in it, and a path that would leave the folder it is unpacked into.
 */
export async function readArchive(file: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const entries = await unpack(file);
  const contents = new Map<string, Uint8Array>();
  for (const { header, data } of entries) {
    if (header.type === 'directory' || header.type === 'pax-global-header') continue;
    if (header.type !== 'file') throw unreadable(file, `entry ${header.name} is a ${header.type}`);
    contents.set(safePath(file, header.name), data ?? new Uint8Array());
  }
  return withoutEnclosingFolder(contents);
}

async function unpack(file: string) {
  try {
    const { size } = statSync(file);
    if (size > bundleLimits.archiveBytes) {
      throw unreadable(file, `it has ${size} bytes; at most ${bundleLimits.archiveBytes} are read`);
    }
    const bytes = gunzipSync(readFileSync(file), { maxOutputLength: bundleLimits.unpackedBytes });
    let count = 0;
    const filter = () => {
      count += 1;
      if (count > bundleLimits.archiveEntries)
        throw unreadable(file, `more than ${bundleLimits.archiveEntries} entries`);
      return true;
    };
    return await unpackTar(bytes, { strict: true, filter });
  } catch (error) {
    if (error instanceof AutoOpsError) throw error;
    throw unreadable(file, (error as Error).message, error);
  }
}

function safePath(file: string, name: string): string {
  const path = name.replace(/^(?:\.\/)+/, '');
  const isSafe = path !== '' && !path.startsWith('/') && !/[\0\\]/.test(path) && !path.split('/').includes('..');
  if (!isSafe) throw unreadable(file, `entry ${JSON.stringify(name)} leaves the folder`);
  return path;
}

function withoutEnclosingFolder(contents: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  if (contents.has('bundle.json')) return contents;
  const enclosing = [...contents.keys()]
    .find((path) => /^[^/]+\/bundle\.json$/.test(path))
    ?.slice(0, -'bundle.json'.length);
  if (enclosing === undefined) return contents;
  return new Map(
    [...contents].flatMap(([path, data]) => (path.startsWith(enclosing) ? [[path.slice(enclosing.length), data]] : [])),
  );
}

function unreadable(file: string, reason: string, cause?: unknown): AutoOpsError {
  return new AutoOpsError('BUNDLE_UNREADABLE', `${file}: ${reason}`, cause === undefined ? {} : { cause });
}
