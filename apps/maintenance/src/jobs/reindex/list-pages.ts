import type { Mirror } from '../../source/mirror.ts';

/** A Markdown file of a commit. */
export interface Page {
  readonly path: string;
  readonly id: string;
  readonly bytes: number;
}

const folder = 'runbooks/';
const longestPath = 300;
const largest = 512 * 1024;
const most = 2000;
const mostBytes = 16 * 1024 * 1024;

/** The Markdown below `runbooks/`, in the order of paths; `left` counts what is a link, too long, too large or too much. */
export async function listPages(mirror: Mirror, commit: string): Promise<{ pages: Page[]; left: number }> {
  const listing = await mirror.git(['ls-tree', '-r', '-z', '--long', '--full-tree', commit, '--', folder]);
  const entries = listing.split('\0').flatMap((line) => {
    const [, mode = '', id = '', bytes = '', path = ''] = /^(\d+) \w+ ([0-9a-f]+) +(\d+|-)\t(.*)$/s.exec(line) ?? [];
    return /\.(md|markdown)$/i.test(path) ? [{ mode, id, bytes: Number(bytes), path }] : [];
  });
  const pages: Page[] = [];
  let bytes = 0;
  for (const { mode, ...page } of entries) {
    const isPlain = mode === '100644' || mode === '100755';
    const isShort = page.path.length <= longestPath && !/\p{Cc}/u.test(page.path);
    const fits = page.bytes <= largest && pages.length < most && bytes + page.bytes <= mostBytes;
    if (!isPlain || !isShort || !fits) continue;
    bytes += page.bytes;
    pages.push(page);
  }
  return { pages, left: entries.length - pages.length };
}
