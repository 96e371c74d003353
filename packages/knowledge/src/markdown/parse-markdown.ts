import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { frontmatter } from 'micromark-extension-frontmatter';

const kinds: ['yaml', 'toml'] = ['yaml', 'toml'];
/** Nesting costs the parser the square of its depth; no text for people comes near. */
const deepest = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){40}/m;
const longestLine = 20_000;
const longest = 256 * 1024;

/** The syntax tree of a document, with its front matter; undefined for text that only looks like Markdown and would cost the parser minutes. */
export function parseMarkdown(text: string): Root | undefined {
  if (text.length > longest || deepest.test(text)) return undefined;
  if (text.split('\n').some((line) => line.length > longestLine)) return undefined;
  return fromMarkdown(text, { extensions: [frontmatter(kinds)], mdastExtensions: [frontmatterFromMarkdown(kinds)] });
}
