import { isCollection, isPair, type Node, type Pair } from 'yaml';
import { Inexpressible } from './inexpressible.ts';

/** The offset just after the last character of a node's own content, without comments that follow it. */
export function contentEnd(node: Node | Pair | null | undefined): number {
  if (isPair(node)) return node.value === null ? contentEnd(node.key as Node) : contentEnd(node.value as Node);
  if (isCollection(node) && node.flow !== true && node.items.length > 0)
    return contentEnd(node.items.at(-1) as Node | Pair);
  const range = node?.range;
  if (range === undefined || range === null) throw new Inexpressible('A part of the file has no place.');
  return range[1];
}
