import type { Evidence } from '@auto-ops/contracts';
import { compareText } from '../order/compare-text.ts';
import { epochOf } from '../order/epoch-of.ts';
import { keyOf } from '../subjects/key-of.ts';
import type { ObjectItem } from '../view.ts';

/** Objects by key and by kind; of several states of one object the newest counts and the older ones are kept. */
export interface ObjectIndex {
  readonly byKey: ReadonlyMap<string, ObjectItem>;
  /** Sorted by namespace and name. */
  readonly byKind: ReadonlyMap<string, readonly ObjectItem[]>;
  readonly byUid: ReadonlyMap<string, ObjectItem>;
  /** Earlier states by key, newest first; keys without one are absent. */
  readonly earlier: ReadonlyMap<string, readonly ObjectItem[]>;
  /** Milliseconds of the observation, by evidence id. */
  readonly observedAt: ReadonlyMap<string, number>;
}

/** Indexes every object of the evidence; lines without a body or a name are left out. */
export function indexObjects(evidence: readonly Evidence[]): ObjectIndex {
  const observedAt = new Map<string, number>();
  const states = new Map<string, ObjectItem[]>();
  for (const item of evidence) {
    if (item.kind !== 'object' || item.body === undefined) continue;
    const object = item.body.object as ObjectItem['object'];
    observedAt.set(item.id, epochOf(item.observedAt) ?? 0);
    const key = keyOf({ apiVersion: object.apiVersion, kind: object.kind, ...place(object) });
    const list = states.get(key);
    if (list === undefined) states.set(key, [{ id: item.id, object }]);
    else list.push({ id: item.id, object });
  }

  const byKey = new Map<string, ObjectItem>();
  const byKind = new Map<string, ObjectItem[]>();
  const byUid = new Map<string, ObjectItem>();
  const earlier = new Map<string, readonly ObjectItem[]>();
  // Without a comparator, sort orders by code unit, and much faster.
  for (const key of [...states.keys()].sort()) {
    const list = states.get(key) ?? [];
    if (list.length > 1) list.sort((left, right) => compareStates(left, right, observedAt));
    const [newest, ...older] = list;
    if (newest === undefined) continue;
    byKey.set(key, newest);
    const kind = key.slice(0, key.indexOf('/'));
    const sameKind = byKind.get(kind);
    if (sameKind === undefined) byKind.set(kind, [newest]);
    else sameKind.push(newest);
    if (newest.object.metadata.uid) byUid.set(newest.object.metadata.uid, newest);
    if (older.length > 0) earlier.set(key, older);
  }
  return { byKey, byKind, byUid, earlier, observedAt };
}

function place({ metadata }: ObjectItem['object']): { namespace?: string; name: string } {
  return metadata.namespace ? { namespace: metadata.namespace, name: metadata.name } : { name: metadata.name };
}

/** Newest first: by observation, then by resourceVersion, then by evidence id. */
function compareStates(left: ObjectItem, right: ObjectItem, observedAt: ReadonlyMap<string, number>): number {
  return (
    (observedAt.get(right.id) ?? 0) - (observedAt.get(left.id) ?? 0) ||
    resourceVersion(right) - resourceVersion(left) ||
    compareText(left.id, right.id)
  );
}

function resourceVersion({ object }: ObjectItem): number {
  const version = Number(object.metadata.resourceVersion);
  return Number.isFinite(version) ? version : 0;
}
