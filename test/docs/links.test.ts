import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { headingAnchors } from './heading-anchors.ts';

const root = join(import.meta.dirname, '..', '..');
const ignored = /(^|\/)(node_modules|dist|\.git|\.turbo|\.auto-ops|__fixtures__|coverage)(\/|$)/;
const pages = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.md') && !ignored.test(path) && !path.startsWith('test/bundles/'))
  .map((path) => join(root, path));

test('every relative link in Markdown leads to a file, and its anchor to a heading', () => {
  const broken = pages.flatMap((page) =>
    linksOf(page)
      .filter((link) => !resolves(page, link))
      .map((link) => `${relative(root, page)}: ${link}`),
  );

  expect(pages.length).toBeGreaterThan(0);
  expect(broken).toEqual([]);
});

function linksOf(page: string): string[] {
  const prose = readFileSync(page, 'utf8')
    .replaceAll(/```[\s\S]*?```/g, '')
    .replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g)]
    .map(([, link]) => link ?? '')
    .filter((link) => !/^[a-z][a-z+.-]*:/i.test(link));
}

function resolves(page: string, link: string): boolean {
  const [path = '', anchor] = link.split('#');
  const file = path === '' ? page : join(path.startsWith('/') ? root : dirname(page), decodeURIComponent(path));
  if (!existsSync(file)) return false;
  if (anchor === undefined || statSync(file).isDirectory() || !file.endsWith('.md')) return true;
  return headingAnchors(readFileSync(file, 'utf8')).has(anchor);
}
