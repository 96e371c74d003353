import { KubernetesObject } from '@auto-ops/contracts';
import { type Document, isNode, LineCounter, parseAllDocuments } from 'yaml';
import type { Declared } from './declared.ts';
import { isSound } from './is-sound.ts';

/** What a file declares; a file that should declare objects and cannot be read says whether it is a template. */
export type Parsed = { readonly declared: readonly Declared[] } | { readonly unreadable: 'template' | 'broken' };

const declares = /^[ \t"{-]*(?:apiVersion|kind)"?\s*:/m;
/** An unquoted template action is a valid flow mapping to a YAML parser and nonsense to everybody else. */
const templateAction = /^[ \t]*(?:-[ \t]+)?(?:[\w./-]+:[ \t]*)?\{\{/m;
const mostDocuments = 2000;

/** Reads the objects of a YAML or JSON file. Aliases are bounded: a small file cannot become a large one, nor take long. */
export function parseObjects(path: string, text: string | undefined): Parsed {
  if (text === undefined || !/\.(ya?ml|json)$/i.test(path) || !declares.test(text)) return { declared: [] };
  if (templateAction.test(text)) return { unreadable: 'template' };
  try {
    const lines = new LineCounter();
    // The parser compares each key with each other one of its map.
    const documents = parseAllDocuments(text, {
      merge: true,
      uniqueKeys: false,
      lineCounter: lines,
      logLevel: 'silent',
    });
    const isBroken = documents.length > mostDocuments || documents.some(({ errors }) => errors.length > 0);
    if (isBroken || !documents.every(isSound)) return { unreadable: 'broken' };
    return {
      declared: [...documents].flatMap((document) => {
        const value: unknown = document.toJS({ maxAliasCount: 100 });
        return objectsIn(value, []).map(({ object, keys }) => ({
          object,
          path,
          lineOf: (...inner) => lineOf(document, lines, [...keys, ...inner]),
        }));
      }),
    };
  } catch {
    // Too many aliases, or nested too deeply for the stack.
    return { unreadable: 'broken' };
  }
}

function objectsIn(
  value: unknown,
  keys: readonly (string | number)[],
): { object: KubernetesObject; keys: readonly (string | number)[] }[] {
  if (value === null || typeof value !== 'object') return [];
  if ('kind' in value && value.kind === 'List' && 'items' in value && Array.isArray(value.items)) {
    return value.items.flatMap((item, index) => objectsIn(item, [...keys, 'items', index]));
  }
  const parsed = KubernetesObject.safeParse(value);
  if (parsed.success) return [{ object: parsed.data, keys }];
  // A kustomization has no name.
  const named = KubernetesObject.safeParse({ ...value, metadata: { name: 'kustomization' } });
  return named.success && named.data.kind === 'Kustomization' ? [{ object: named.data, keys }] : [];
}

function lineOf(document: Document, lines: LineCounter, keys: readonly (string | number)[]): number {
  for (let length = keys.length; length > 0; length--) {
    const node = document.getIn(keys.slice(0, length), true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return lines.linePos(document.contents?.range?.[0] ?? 0).line;
}
