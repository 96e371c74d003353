import { AutoOpsError } from '@auto-ops/contracts';
import type { BundleSource } from './bundle-source.ts';
import { readArchive } from './read-archive.ts';

/** The files of a bundle archive. */
export async function archiveSource(file: string): Promise<BundleSource> {
  const contents = await readArchive(file);
  const decoder = new TextDecoder();
  return {
    name: file,
    text(path, maximumBytes) {
      const data = contents.get(path);
      if (data !== undefined && data.length > maximumBytes) {
        throw new AutoOpsError(
          'BUNDLE_UNREADABLE',
          `${file}: ${path} has ${data.length} bytes; at most ${maximumBytes} are read`,
        );
      }
      return data === undefined ? undefined : decoder.decode(data);
    },
    files: (below) => [...contents.keys()].filter((path) => path.startsWith(`${below}/`)).sort(),
  };
}
