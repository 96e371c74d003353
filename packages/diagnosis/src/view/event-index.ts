import { field } from '../fields/field.ts';
import { textField } from '../fields/text-field.ts';
import { compareText } from '../order/compare-text.ts';
import { epochOf } from '../order/epoch-of.ts';
import { keyOf } from '../subjects/key-of.ts';
import { subjectOf } from '../subjects/subject-of.ts';
import type { EventItem, ObjectItem } from '../view.ts';
import { eventItemOf } from './event-item-of.ts';

/** Kubernetes Events by the object they are about and by reason. */
export interface EventIndex {
  about(item: ObjectItem): readonly EventItem[];
  withReasons(reasons: readonly string[]): readonly EventItem[];
}

/** Indexes Events, oldest first; `now` stands in where an Event carries no time at all. */
export function indexEvents(items: readonly ObjectItem[], now: string): EventIndex {
  const all: { event: EventItem; last: number }[] = [];
  const uids = new Map<string, string>();
  for (const item of items) {
    const event = eventItemOf(item, now);
    if (event === undefined) continue;
    const uid = textField(field(item.object, 'involvedObject') ?? field(item.object, 'regarding'), 'uid');
    if (uid !== undefined) uids.set(event.id, uid);
    all.push({ event, last: epochOf(event.last) ?? 0 });
  }
  all.sort((left, right) => left.last - right.last || compareText(left.event.id, right.event.id));

  const byKey = new Map<string, EventItem[]>();
  const byReason = new Map<string, { event: EventItem; position: number }[]>();
  all.forEach(({ event }, position) => {
    append(byKey, keyOf(event.subject), event);
    append(byReason, event.reason, { event, position });
  });

  return {
    about(item) {
      const events = byKey.get(keyOf(subjectOf(item.object))) ?? [];
      const uid = item.object.metadata.uid;
      const created = epochOf(textField(item.object, 'metadata', 'creationTimestamp'));
      if (uid === undefined || created === undefined) return events;
      // An Event from before the object's creation with another uid is about a predecessor of the same name. The uid
      // alone does not tell: kubelets put a Node's name and a static pod's hash there.
      return events.filter((event) => {
        const other = uids.get(event.id);
        return other === undefined || other === uid || (epochOf(event.last) ?? created) >= created;
      });
    },
    withReasons(reasons) {
      const found = [...new Set(reasons)].flatMap((reason) => byReason.get(reason) ?? []);
      return found.sort((left, right) => left.position - right.position).map(({ event }) => event);
    },
  };
}

function append<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
