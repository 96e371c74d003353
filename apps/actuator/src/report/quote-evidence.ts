import type { Evidence } from '@auto-ops/contracts';
import { readPath } from '@auto-ops/policy';

/** What a piece of evidence says, in one line, by its reference (`ev-31#3` is the fourth entry of a log or span); `undefined` where it is not there. */
export function quoteEvidence(evidence: ReadonlyMap<string, Evidence>, reference: string): string | undefined {
  const [id = reference, entry] = reference.split('#');
  const item = evidence.get(id);
  if (item?.body === undefined) return undefined;
  const index = Number(entry ?? 0);
  switch (item.kind) {
    case 'object':
      return quoteObject(item.body.object);
    case 'log':
      return item.body.entries[index]?.text;
    case 'span': {
      const span = item.body.entries[index];
      return span === undefined
        ? undefined
        : `${span.component} ${span.operation ?? ''} ${span.status} after ${span.milliseconds} ms`;
    }
    case 'event':
      return `${item.body.reason}: ${item.body.message}`;
    case 'metric': {
      const last = item.body.points.at(-1);
      return `${item.body.name} ${last === undefined ? 'without points' : `is ${last[1]}`}${item.body.unit === undefined ? '' : ` ${item.body.unit}`}`;
    }
    case 'probe':
      return `${item.body.check} ${item.body.ok ? 'answered' : 'failed'}: ${item.body.detail ?? item.body.status ?? ''}`;
    case 'change':
      return `${item.body.type}: ${item.body.title}`;
    case 'calls':
      return `${item.body.edges.length} edges of calls`;
    case 'document':
      return `${item.body.title}: ${item.body.text}`;
  }
}

function quoteObject(object: unknown): string {
  const text = (...path: string[]) => {
    const value = readPath(object, ...path);
    return typeof value === 'string' ? value : undefined;
  };
  const name = [text('kind'), text('metadata', 'namespace'), text('metadata', 'name')]
    .filter((part) => part !== undefined)
    .join('/');
  if (text('kind') === 'Event') return `${text('reason') ?? ''}: ${text('message') ?? text('note') ?? ''}`;
  const statuses = readPath(object, 'status', 'containerStatuses');
  const waiting = (Array.isArray(statuses) ? statuses : []).flatMap((status: unknown) => {
    const reason =
      readPath(status, 'state', 'waiting', 'reason') ?? readPath(status, 'lastState', 'terminated', 'reason');
    const message = readPath(status, 'state', 'waiting', 'message') ?? '';
    return typeof reason === 'string'
      ? [`${String(readPath(status, 'name'))} ${reason} ${String(message)}`.trim()]
      : [];
  });
  const conditions = readPath(object, 'status', 'conditions');
  const failing = (Array.isArray(conditions) ? conditions : []).flatMap((condition: unknown) => {
    const message = readPath(condition, 'message');
    return readPath(condition, 'status') === 'False' && typeof message === 'string' && message !== '' ? [message] : [];
  });
  return [name, ...[...waiting, ...failing].slice(0, 2)].join(' — ');
}
