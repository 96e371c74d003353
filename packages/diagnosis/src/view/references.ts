import type { Evidence, Subject } from '@auto-ops/contracts';
import { subjectOf } from '../subjects/subject-of.ts';
import type { ObjectItem } from '../view.ts';
import { eventItemOf } from './event-item-of.ts';

/** Resolves what an Analysis cites. */
export interface References {
  about(id: string): Subject | undefined;
  resolves(reference: string): boolean;
}

/** Indexes evidence by id and changes by theirs. */
export function indexReferences(evidence: readonly Evidence[]): References {
  const byId = new Map(evidence.map((item) => [item.id, item]));
  const changes = new Set(evidence.flatMap((item) => (item.kind === 'change' && item.body ? [item.body.id] : [])));
  return {
    about(id) {
      const item = byId.get(split(id).id);
      if (item === undefined) return undefined;
      if (item.kind !== 'object') return item.subject;
      if (item.body === undefined) return item.subject;
      const object = item.body.object as ObjectItem['object'];
      if (object.kind !== 'Event') return subjectOf(object);
      return eventItemOf({ id: item.id, object }, item.observedAt)?.subject;
    },
    resolves(reference) {
      if (byId.has(reference) || changes.has(reference)) return true;
      const { id, entry } = split(reference);
      const item = byId.get(id);
      if (item === undefined || entry === undefined) return false;
      const body = item.kind === 'log' || item.kind === 'span' ? item.body : undefined;
      return entry < (body?.entries.length ?? 0);
    },
  };
}

function split(reference: string): { id: string; entry?: number } {
  const match = /^(.*)#(\d+)$/.exec(reference);
  return match === null ? { id: reference } : { id: match[1] ?? '', entry: Number(match[2]) };
}
