import { createHash } from 'node:crypto';
import { basename } from 'node:path/posix';
import type { KnowledgeDocument } from '@auto-ops/contracts';
import { chunkSections } from './chunk-sections.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { readFrontMatter } from './read-front-matter.ts';
import { sectionsOf } from './sections-of.ts';
import { withoutComments } from './without-comments.ts';

const maximumChunks = 2000;
const maximumNames = 100;
/** A file's name that nobody writes by chance, unlike `service` or `README`. */
const telling = /\p{Ll}\p{Lu}|\p{L}[-_]\p{L}|\p{L}.*\d/u;

/**
 * Cuts a Markdown document into chunks under their headings, of about 1500 characters and never above 8000, with line numbers of `text`.
 * Every line with visible text below the front matter stands in exactly one chunk (up to 2000 of them); HTML comments do not.
 * The title is the front matter's, else the first heading, else the file's name; `names` are what the document can be called up by.
 */
export function chunkMarkdown(path: string, text: string): KnowledgeDocument {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const tree = parseMarkdown(source);
  const front = readFrontMatter(tree);
  const name = basename(path).replace(/\.[^.]+$/, '');
  const sections = sectionsOf(tree, source.split('\n').length);
  const lines = withoutComments(tree, source).split('\n');
  const firstHeading = sections.find(({ heading }) => heading.length > 0)?.heading[0];
  return {
    path,
    title: (front.title ?? firstHeading ?? name).slice(0, 300),
    digest: createHash('sha256').update(text).digest('hex'),
    names: [...new Set([...(telling.test(name) ? [name] : []), ...front.names])].slice(0, maximumNames),
    chunks: chunkSections(sections, lines).slice(0, maximumChunks),
  };
}
