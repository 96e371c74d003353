import type { Store } from '../store/open-store.ts';

/** Notes that the alert of an incident is told of again; true where that has ended, so that nobody looks any more. */
export function noteFiring(store: Store, id: string, actor: string, at: string): boolean {
  const record = store.incidents.find(id);
  if (record?.state !== 'ended') return false;
  if (store.incidents.noteFiring(id, at)) {
    store.audit.append({ actor, kind: 'incident-fires-again', subject: id, detail: { ending: record.ending ?? null } });
  }
  return true;
}
