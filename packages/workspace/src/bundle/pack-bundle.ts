import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { packTar } from 'modern-tar';
import { folderSource } from './folder-source.ts';

/** Packs a bundle folder into a `.tar.gz` below one folder of its name; the same content gives the same bytes. */
export async function packBundle(folder: string, archive: string): Promise<void> {
  const top = folderSource(folder);
  const paths = [
    'bundle.json',
    'evidence.ndjson',
    ...['blobs', 'repository', 'runbooks'].flatMap((part) => top.files(part)),
  ];
  const bytes = await packTar(
    paths.map((path) => {
      const body = readFileSync(join(folder, path));
      const header = { name: `${basename(folder)}/${path}`, size: body.length, mode: 0o644, mtime: new Date(0) };
      return { header, body };
    }),
  );
  writeFileSync(`${archive}.${process.pid}`, gzipSync(bytes));
  renameSync(`${archive}.${process.pid}`, archive);
}
