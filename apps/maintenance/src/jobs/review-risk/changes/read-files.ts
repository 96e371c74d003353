import type { Mirror } from '../../../source/mirror.ts';
import type { ChangedFile } from './changed-file.ts';

const mostFiles = 3000;
const largest = 1024 * 1024;
const mostBytes = 12 * 1024 * 1024;
const nothing = /^0+$/;

interface Entry {
  readonly path: string;
  readonly status: ChangedFile['status'];
  readonly kind: ChangedFile['kind'];
  readonly ids: readonly string[];
}

/**
 * The files that differ between two commits, with their texts: at most 3000 files, 1 MB each, 12 MB together; what is left out says so.
 * A rename is a file that went and one that came. `fileCount` counts all of them.
 */
export async function readFiles(
  mirror: Mirror,
  from: string,
  to: string,
): Promise<{ readonly files: readonly ChangedFile[]; readonly fileCount: number }> {
  const words = ['diff-tree', '-r', '-z', '--no-renames', '--no-ext-diff', '--no-textconv'];
  const entries = entriesOf(await mirror.git([...words, '--raw', '--no-abbrev', from, to]));
  const lines = linesOf(await mirror.git([...words, '--numstat', from, to]));
  const some = entries.slice(0, mostFiles);
  const ids = [...new Set(some.flatMap((entry) => entry.ids.filter((id) => !nothing.test(id))))];
  const sizes = await mirror.sizes(ids);
  let bytes = 0;
  const wanted = new Set<string>();
  const isTooMuch = new Set<string>();
  for (const id of ids) {
    const size = sizes.get(id) ?? 0;
    if (size > largest) continue;
    if (bytes + size > mostBytes) isTooMuch.add(id);
    else {
      bytes += size;
      wanted.add(id);
    }
  }
  const contents = await mirror.blobs([...wanted]);
  const texts = new Map([...wanted].map((id, index) => [id, contents[index] ?? '']));
  const files = some.map(({ ids: [before = '', after = ''], ...entry }): ChangedFile => {
    const { additions, deletions } = lines.get(entry.path) ?? { additions: 0, deletions: 0 };
    const present = [before, after].filter((id) => !nothing.test(id));
    const counted = { ...entry, additions: additions ?? 0, deletions: deletions ?? 0 };
    if (entry.kind === 'submodule') return counted;
    const isBinary = additions === undefined || present.some((id) => texts.get(id)?.includes('\0'));
    if (isBinary) return { ...counted, unread: 'binary' };
    if (present.some((id) => isTooMuch.has(id))) return { ...counted, unread: 'too much' };
    if (present.some((id) => !texts.has(id))) return { ...counted, unread: 'too large' };
    return { ...counted, ...textOf('before', texts.get(before)), ...textOf('after', texts.get(after)) };
  });
  return { files, fileCount: entries.length };
}

function textOf<Key extends 'before' | 'after'>(key: Key, text: string | undefined) {
  return (text === undefined ? {} : { [key]: text }) as { [key in Key]?: string };
}

function entriesOf(raw: string): Entry[] {
  const fields = raw.split('\0');
  const entries: Entry[] = [];
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const [oldMode = '', newMode = '', before = '', after = '', status = ''] = (fields[index] ?? '')
      .slice(1)
      .split(' ');
    const mode = newMode === '000000' ? oldMode : newMode;
    entries.push({
      path: fields[index + 1] ?? '',
      status: status === 'A' ? 'added' : status === 'D' ? 'removed' : 'changed',
      kind: mode === '120000' ? 'link' : mode === '160000' ? 'submodule' : 'file',
      // A submodule's commit lies in another repository.
      ids: [oldMode === '160000' ? '0' : before, newMode === '160000' ? '0' : after],
    });
  }
  return entries;
}

function linesOf(numstat: string): Map<string, { additions: number | undefined; deletions: number | undefined }> {
  const count = (text: string) => (text === '-' ? undefined : Number(text));
  return new Map(
    numstat.split('\0').flatMap((line) => {
      const [, added = '', removed = '', path] = /^(\d+|-)\t(\d+|-)\t(.*)$/s.exec(line) ?? [];
      return path === undefined ? [] : [[path, { additions: count(added), deletions: count(removed) }] as const];
    }),
  );
}
