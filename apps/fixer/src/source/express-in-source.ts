import type { Edit, JsonValue, Target } from '@auto-ops/contracts';
import { isForbiddenPath, parseQuantity } from '@auto-ops/policy';
import { type Node, parseAllDocuments } from 'yaml';
import { isRedacted } from '../candidates/is-redacted.ts';
import { differences } from './differences.ts';
import { Inexpressible } from './inexpressible.ts';
import { makeEdits } from './make-edits.ts';
import type { Manifest } from './manifest.ts';
import { readManifests } from './read-manifests.ts';
import { resolvePath } from './resolve-path.ts';
import { setValue } from './set-value.ts';
import type { ValueChange } from './value-change.ts';

/** What an object is and what it should be, each without status. */
export interface WantedChange {
  readonly target: Target;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

/**
 * The edits of a repository's files (text by path) that make it declare what the changes want. Only the very values change.
 * Throws `Inexpressible` with the reason where the files do not hold them.
 */
export function expressInSource(files: ReadonlyMap<string, string>, changes: readonly WantedChange[]): readonly Edit[] {
  const texts = new Map(files);
  for (const change of changes) {
    const manifests = manifestsOf(texts, change.target);
    if (manifests.length === 0)
      throw new Inexpressible(`No file of the repository declares ${change.target.kind} ${change.target.name}.`);
    for (const difference of differences(change.before, change.after)) apply(texts, manifests, difference);
  }
  const edits = [...texts].flatMap(([path, text]) =>
    text === files.get(path) ? [] : makeEdits(path, files.get(path) ?? '', text),
  );
  if (edits.length === 0)
    throw new Inexpressible('The repository declares it so already: what runs differs from its source.');
  return edits;
}

function manifestsOf(texts: ReadonlyMap<string, string>, target: Target): readonly Manifest[] {
  const all = [...texts]
    .filter(([path, text]) => text.includes(target.name) && !isForbiddenPath(path))
    .flatMap(([path, text]) => readManifests(path, text))
    .filter((manifest) => manifest.kind === target.kind && manifest.name === target.name);
  const exact = all.filter((manifest) => manifest.namespace === target.namespace);
  return exact.length > 0 ? exact : all.filter((manifest) => manifest.namespace === undefined);
}

function apply(texts: Map<string, string>, manifests: readonly Manifest[], change: ValueChange): void {
  if (isRedacted(change.after)) throw new Inexpressible('The wanted value was redacted in the evidence.');
  const held = manifests.map((manifest) => ({
    manifest,
    value: valueAt(texts.get(manifest.path) ?? '', manifest, change),
  }));
  const holder =
    held.find(({ value }) => value !== undefined) ??
    (change.before === undefined || change.after !== undefined ? held[0] : undefined);
  if (holder === undefined) return;
  const { manifest, value } = holder;
  if (value !== undefined && isSame(value, change.after, change)) return;
  const path = change.path.map((step) => (typeof step === 'object' ? step.value : step)).join('.');
  if (
    value !== undefined &&
    change.before !== undefined &&
    isScalarValue(value) &&
    !isSame(value, change.before, change)
  )
    throw new Inexpressible(
      `${manifest.path} says ${JSON.stringify(value)} at ${path}, the cluster ${JSON.stringify(change.before)}.`,
    );
  const edited = setValue(texts.get(manifest.path) ?? '', manifest.index, change.path, change.after);
  if (JSON.stringify(valueAt(edited, manifest, change)) !== JSON.stringify(change.after))
    throw new Inexpressible(`${manifest.path} cannot be made to say ${path}.`);
  texts.set(manifest.path, edited);
}

function valueAt(text: string, manifest: Manifest, change: ValueChange): JsonValue | undefined {
  const place = resolvePath((parseAllDocuments(text)[manifest.index]?.contents ?? null) as Node | null, change.path);
  return place.missing.length > 0 || place.node === undefined || place.node === null
    ? undefined
    : (place.node.toJSON() as JsonValue);
}

function isScalarValue(value: JsonValue): boolean {
  return value === null || typeof value !== 'object';
}

/** Whether two values mean the same: a port `80` is `"80"`, and `0.1` of a CPU is `100m`. */
function isSame(left: JsonValue | undefined, right: JsonValue | undefined, { path }: ValueChange): boolean {
  if (JSON.stringify(left) === JSON.stringify(right)) return true;
  if (
    (typeof left !== 'string' && typeof left !== 'number') ||
    (typeof right !== 'string' && typeof right !== 'number')
  )
    return false;
  if (String(left) === String(right)) return true;
  if (!path.some((step) => step === 'resources')) return false;
  const quantity = parseQuantity(left);
  return quantity !== undefined && quantity === parseQuantity(right);
}
