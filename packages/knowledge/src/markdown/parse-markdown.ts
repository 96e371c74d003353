import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';

const kinds: ['yaml', 'toml'] = ['yaml', 'toml'];
/** Nesting costs the parser the square of its depth; no text for people comes near. */
const deepest = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){40}/m;
const longestLine = 20_000;
const longest = 256 * 1024;
/** Of lines that underline a heading in a document, and of asterisks and underscores in a paragraph: each costs as much as there are of them. */
const mostUnderlines = 1000;
const mostMarks = 3000;

/** The syntax tree of a document, with its front matter; undefined for text that only looks like Markdown and would cost the parser minutes. */
export function parseMarkdown(text: string): Root | undefined {
  if (text.length > longest || deepest.test(text)) return undefined;
  if (text.split('\n').some((line) => line.length > longestLine)) return undefined;
  if (count(text, /^[ \t]*=+[ \t]*$/gm) > mostUnderlines) return undefined;
  if (text.split(/\n[ \t]*\n/).some((paragraph) => count(paragraph, /[*_]/g) > mostMarks)) return undefined;
  return fromMarkdown(text, { extensions: [frontmatter(kinds)], mdastExtensions: [frontmatterFromMarkdown(kinds)] });
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
