import type { KnowledgeChunk } from '@auto-ops/contracts';
import type { Block, Section } from './sections-of.ts';

const usual = 1500;
const largest = 8000;

type Range = { readonly from: number; readonly to: number };

interface Page {
  readonly lines: readonly string[];
  /** How many characters stand above each line, so that the size of a range costs nothing. */
  readonly offsets: readonly number[];
}

/** Makes the chunks of sections: blocks are joined up to the usual size, and cut between lines only where one alone is too large. */
export function chunkSections(sections: readonly Section[], lines: readonly string[]): KnowledgeChunk[] {
  const offsets = [0];
  for (const line of lines) offsets.push((offsets.at(-1) ?? 0) + line.length + 1);
  const page = { lines, offsets };
  const chunks: KnowledgeChunk[] = [];
  let bare: Section | undefined;
  for (const section of sections) {
    const isBare = section.blocks.every(({ isHeading, from, to }) => isHeading || isBlank(lines, from, to));
    // A heading with nothing under it says something only together with what follows.
    const blocks = [...(bare?.blocks ?? []), ...section.blocks];
    const joined = { heading: section.heading, blocks };
    bare = isBare ? joined : undefined;
    if (!isBare) chunks.push(...chunksOf(joined, page));
  }
  return bare === undefined ? chunks : [...chunks, ...chunksOf(bare, page)];
}

function chunksOf({ heading, blocks }: Section, page: Page): KnowledgeChunk[] {
  const ranges: Range[] = [];
  let open: Range | undefined;
  for (const part of blocks.flatMap((block) => partsOf(block, page))) {
    const fits = open !== undefined && sizeOf(page, open.from, part.to) <= usual;
    const belongs =
      open !== undefined && !fits && sizeOf(page, open.from, part.to) <= largest && isHeading(open, blocks);
    if (open !== undefined && (fits || belongs)) {
      open = { from: open.from, to: part.to };
      continue;
    }
    if (open !== undefined) ranges.push(open);
    open = part;
  }
  if (open !== undefined) ranges.push(open);
  return ranges.flatMap((range) => chunkOf(heading, range, page.lines));
}

function isHeading({ from, to }: Range, blocks: readonly Block[]): boolean {
  return blocks.every((block) => block.isHeading || block.from > to || block.to < from);
}

/** The block itself, or pieces of it between lines: code is cut only where a chunk could not hold it. */
function partsOf(block: Block, page: Page): Range[] {
  const bound = block.isCode ? largest : 2 * usual;
  if (sizeOf(page, block.from, block.to) <= bound) return [block];
  const parts: Range[] = [];
  let from = block.from;
  for (let line = block.from + 1; line <= block.to; line++) {
    if (sizeOf(page, from, line) <= usual) continue;
    parts.push({ from, to: line - 1 });
    from = line;
  }
  return [...parts, { from, to: block.to }];
}

function chunkOf(heading: readonly string[], range: Range, lines: readonly string[]): KnowledgeChunk[] {
  let { from, to } = range;
  while (from <= to && isBlank(lines, from, from)) from++;
  while (to >= from && isBlank(lines, to, to)) to--;
  if (from > to) return [];
  // Only a single line can be longer.
  return [
    {
      heading: heading.slice(0, 6),
      from,
      to,
      text: lines
        .slice(from - 1, to)
        .join('\n')
        .slice(0, largest),
    },
  ];
}

function isBlank(lines: readonly string[], from: number, to: number): boolean {
  return lines.slice(from - 1, to).every((line) => line.trim() === '');
}

function sizeOf({ offsets }: Page, from: number, to: number): number {
  return (offsets[to] ?? 0) - (offsets[from - 1] ?? 0);
}
