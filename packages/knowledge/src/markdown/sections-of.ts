import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';

/** A block that is kept whole where its size allows it; line numbers from 1. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly isHeading: boolean;
  readonly isCode: boolean;
}

/** What stands under one heading, the heading's own lines first. */
export interface Section {
  /** The headings above and its own, outermost first. */
  readonly heading: readonly string[];
  readonly blocks: readonly Block[];
}

/** The sections of a document below its front matter; a text without a tree is one section of single lines. */
export function sectionsOf(tree: Root | undefined, lineCount: number): Section[] {
  if (tree === undefined) return [{ heading: [], blocks: linesAsBlocks(lineCount) }];
  const nodes = tree.children.flatMap(withListItems);
  const sections: { heading: string[]; blocks: Block[] }[] = [{ heading: [], blocks: [] }];
  const above: { depth: number; text: string }[] = [];
  nodes.forEach((node, index) => {
    if (isFrontMatter(node)) return;
    const from = node.position?.start.line ?? 1;
    const next = nodes[index + 1]?.position?.start.line;
    const isHeading = node.type === 'heading';
    if (node.type === 'heading') {
      while ((above.at(-1)?.depth ?? 0) >= node.depth) above.pop();
      above.push({ depth: node.depth, text: textOf(node).replace(/\s+/g, ' ').trim().slice(0, 300) });
      sections.push({ heading: above.map(({ text }) => text), blocks: [] });
    }
    const to = next === undefined ? lineCount : next - 1;
    sections.at(-1)?.blocks.push({ from, to, isHeading, isCode: node.type === 'code' });
  });
  return sections.filter(({ blocks }) => blocks.length > 0);
}

function isFrontMatter({ type }: { readonly type: string }): boolean {
  return type === 'yaml' || type === 'toml';
}

/** Lists may be cut between their items. */
function withListItems(node: RootContent): RootContent[] {
  return node.type === 'list' ? node.children : [node];
}

function linesAsBlocks(lineCount: number): Block[] {
  return Array.from({ length: lineCount }, (_, index) => ({
    from: index + 1,
    to: index + 1,
    isHeading: false,
    isCode: false,
  }));
}
