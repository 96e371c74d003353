import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { Inexpressible } from './inexpressible.ts';
import type { PathStep } from './value-change.ts';

/** Where the way into a YAML document leads: the collections passed, and what is missing at its end. */
export interface Place {
  /** The collections from the outermost in, each with the step that was taken from it and exists. */
  readonly trail: readonly { readonly collection: YAMLMap | YAMLSeq; readonly index: number }[];
  /** The node at the end; `undefined` where it is not there. */
  readonly node: Node | null | undefined;
  /** The innermost collection that exists; the missing steps start below it. */
  readonly parent: YAMLMap | YAMLSeq | undefined;
  readonly missing: readonly PathStep[];
}

/** Follows a path through the nodes of a YAML document. */
export function resolvePath(root: Node | null, path: readonly PathStep[]): Place {
  const trail: { collection: YAMLMap | YAMLSeq; index: number }[] = [];
  let node: Node | null | undefined = root;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) throw new Inexpressible('The value comes from an anchor.');
    if (!isMap(node) && !isSeq(node)) return { trail, node: undefined, parent: undefined, missing: path.slice(depth) };
    const index: number = isMap(node) ? indexInMap(node, step) : indexInList(node, step);
    if (index < 0) return { trail, node: undefined, parent: node, missing: path.slice(depth) };
    trail.push({ collection: node, index });
    node = isMap(node)
      ? ((node.items[index] as Pair<Node, Node | null>).value ?? null)
      : ((node.items[index] as Node | null) ?? null);
  }
  if (isAlias(node)) throw new Inexpressible('The value comes from an anchor.');
  return { trail, node, parent: trail.at(-1)?.collection, missing: [] };
}

function indexInMap(map: YAMLMap, step: PathStep): number {
  return map.items.findIndex((pair) => isScalar(pair.key) && pair.key.value === step);
}

function indexInList(list: YAMLSeq, step: PathStep): number {
  if (typeof step === 'number') return step < list.items.length ? step : -1;
  if (typeof step === 'string') return -1;
  return list.items.findIndex((item) => isMap(item) && String(item.get(step.by)) === String(step.value));
}
