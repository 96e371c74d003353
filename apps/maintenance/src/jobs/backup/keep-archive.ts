import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Gives a verified archive its name, with its checksum beside it; after this a lost power loses neither. */
export function keepArchive(incoming: string, name: string, sha256: string): void {
  const folder = dirname(incoming);
  sync(incoming);
  const checksum = join(folder, `${name}.sha256`);
  writeFileSync(checksum, `${sha256}  ${name}\n`, { mode: 0o600 });
  sync(checksum);
  renameSync(incoming, join(folder, name));
  sync(folder);
}

function sync(path: string): void {
  const file = openSync(path, 'r');
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
