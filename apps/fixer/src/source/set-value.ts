import type { JsonValue } from '@auto-ops/contracts';
import {
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { contentEnd } from './content-end.ts';
import { Inexpressible } from './inexpressible.ts';
import { lineEnd } from './line-end.ts';
import { lineStart } from './line-start.ts';
import { renderBlock } from './render-block.ts';
import { renderInline } from './render-inline.ts';
import { type Place, resolvePath } from './resolve-path.ts';
import type { PathStep } from './value-change.ts';

/**
 * The text of a YAML file with one value of one document set (`undefined` removes it); everything else, comments and layout
 * included, stays byte for byte. The same text where it says so already; throws `Inexpressible` where it cannot be done.
 */
export function setValue(text: string, index: number, path: readonly PathStep[], after: JsonValue | undefined): string {
  const document = parseAllDocuments(text)[index];
  if (document === undefined || document.errors.length > 0) throw new Inexpressible('The file is not valid YAML.');
  const place = resolvePath(document.contents as Node | null, path);
  const flow = flowCollection(place);
  if (place.missing.length > 0) {
    if (after === undefined) return text;
    return flow === undefined ? add(text, place, after) : rewrite(text, flow, document, path, after);
  }
  if (after === undefined)
    return flow === undefined ? remove(text, place) : rewrite(text, flow, document, path, undefined);
  if (place.node !== undefined && isPlainScalar(place.node) && (after === null || typeof after !== 'object'))
    return splice(text, place.node, renderInline(after, place.node));
  if (isCollection(place.node) && place.node.flow === true)
    return splice(text, place.node, renderInline(after, undefined, isPadded(text, place.node)));
  if (flow !== undefined) return rewrite(text, flow, document, path, after);
  const removed = remove(text, place);
  return setValue(removed, index, path, after);
}

type Collection = YAMLMap | YAMLSeq;

/** A scalar on one line; a block of text is replaced as a whole. */
function isPlainScalar(node: Node | null): node is Scalar {
  return (
    isScalar(node) &&
    node.type !== Scalar.BLOCK_FOLDED &&
    node.type !== Scalar.BLOCK_LITERAL &&
    node.range?.[0] !== node.range?.[1]
  );
}

function splice(text: string, node: Node, replacement: string): string {
  const range = node.range;
  if (range === undefined || range === null) throw new Inexpressible('A part of the file has no place.');
  return text.slice(0, range[0]) + replacement + text.slice(range[1]);
}

function isPadded(text: string, node: Node): boolean {
  return /^[{[]\s/.test(text.slice(node.range?.[0] ?? 0, (node.range?.[0] ?? 0) + 2));
}

/** The outermost collection in braces on the way, which is written anew when a member comes or goes. */
function flowCollection(place: Place): Collection | undefined {
  const inner = [
    ...place.trail.map(({ collection }) => collection),
    ...(place.parent === undefined ? [] : [place.parent]),
  ];
  return inner.find((collection) => collection.flow === true);
}

function rewrite(
  text: string,
  flow: Collection,
  document: { contents: unknown },
  path: readonly PathStep[],
  after: JsonValue | undefined,
): string {
  const start = flow.range?.[0];
  for (let depth = 0; depth <= path.length; depth++) {
    const place = resolvePath(document.contents as Node | null, path.slice(0, depth));
    if (!isCollection(place.node) || place.node.range?.[0] !== start) continue;
    const value = place.node.toJSON() as JsonValue;
    return splice(
      text,
      place.node,
      renderInline(withValue(value, path.slice(depth), after), undefined, isPadded(text, place.node)),
    );
  }
  throw new Inexpressible('The list or map in braces was not found.');
}

/** A copy of a value with one part set or removed. */
function withValue(value: JsonValue | undefined, path: readonly PathStep[], after: JsonValue | undefined): JsonValue {
  const [step, ...rest] = path;
  if (step === undefined) return after ?? null;
  if (typeof step === 'string') {
    const copy = { ...((value ?? {}) as Record<string, JsonValue>) };
    if (rest.length === 0 && after === undefined) delete copy[step];
    else copy[step] = withValue(copy[step], rest, after);
    return copy;
  }
  const list = [...((value ?? []) as JsonValue[])];
  const found =
    typeof step === 'number'
      ? step
      : list.findIndex(
          (element) => String((element as Record<string, JsonValue> | null)?.[step.by]) === String(step.value),
        );
  if (rest.length === 0 && after === undefined) return list.filter((_, position) => position !== found);
  if (found < 0 || found >= list.length) list.push(withValue(undefined, rest, after));
  else list[found] = withValue(list[found], rest, after);
  return list;
}

function add(text: string, place: Place, after: JsonValue): string {
  const { parent, missing } = place;
  const [step, ...rest] = missing;
  if (parent === undefined || step === undefined) throw new Inexpressible('The file has no place for the value.');
  if (rest.some((inner) => typeof inner !== 'string') || (isSeq(parent) && rest.length > 0))
    throw new Inexpressible('The file lacks the list element that the value belongs to.');
  const wrapped = rest.reduceRight<JsonValue>((value, key) => ({ [String(key)]: value }), after);
  if (parent.items.length === 0 || parent.range === undefined || parent.range === null)
    throw new Inexpressible('The file has no place for the value.');
  const column = parent.range[0] - lineStart(text, parent.range[0]);
  const lines = isMap(parent)
    ? renderBlock({ [String(step)]: wrapped }, column)
    : `- ${renderBlock(wrapped, column + 2)}`;
  const end = lineEnd(text, contentEnd(parent));
  const newline = text[end - 1] === '\n' ? '' : '\n';
  return `${text.slice(0, end)}${newline}${' '.repeat(column)}${lines}\n${text.slice(end)}`;
}

/** Removes a member of a block, and the blocks around it that it leaves empty. */
function remove(text: string, place: Place): string {
  const depth = place.trail.findLastIndex(({ collection }) => collection.items.length > 1);
  const entry = place.trail[Math.max(depth, 0)];
  if (entry === undefined) throw new Inexpressible('The whole document would go.');
  const { collection, index } = entry;
  const item = collection.items[index] as Pair<Node, Node | null> | Node;
  const begin = isPair(item) ? item.key.range?.[0] : dashBefore(text, item.range?.[0]);
  if (begin === undefined) throw new Inexpressible('A part of the file has no place.');
  const end = lineEnd(text, contentEnd(item));
  const start = lineStart(text, begin);
  if (text.slice(start, begin).trim() === '') return text.slice(0, start) + text.slice(end);
  // The first member of a list element stands behind its dash: the next one takes its place.
  const next = collection.items[index + 1];
  const nextStart = isPair(next) ? (next.key as Node).range?.[0] : undefined;
  if (nextStart === undefined) throw new Inexpressible('The element would be left empty.');
  return text.slice(0, begin) + text.slice(nextStart);
}

function dashBefore(text: string, offset: number | undefined): number | undefined {
  if (offset === undefined) return undefined;
  const dash = text.lastIndexOf('-', offset - 1);
  return dash >= 0 && text.slice(dash + 1, offset).trim() === '' ? dash : undefined;
}
