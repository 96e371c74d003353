import type { Subject } from '@auto-ops/contracts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import type { View } from '../../view.ts';

/** What a status page, or a check of it, says is wrong outside. */
export interface OutageNotice {
  readonly subject: Subject;
  readonly status: string;
  readonly region?: string | undefined;
  readonly since?: string | undefined;
  readonly evidence: readonly string[];
  /** Whether an error with that host or text is about it. */
  readonly matches: (host: string, text: string) => boolean;
}

const bad =
  /^(degraded(?:[_ -]performance)?|partial[_ -]outage|major[_ -]outage|outage|down|disruption|service[_ -]disruption|service[_ -]outage|investigating|identified|monitoring|unavailable|impaired|elevated errors?)$/i;
// Words of names that say nothing about whose they are.
const common = new Set([
  'api',
  'service',
  'services',
  'simple',
  'amazon',
  'cloud',
  'google',
  'azure',
  'aws',
  'the',
  'and',
  'storage',
  'com',
  'www',
  'status',
  'system',
  'page',
  'compute',
  'elastic',
  'net',
  'org',
  'html',
  'json',
  'https',
]);

/** The open notices of documents and of failing probes of outside things, those about one thing together. */
export function outageNotices(view: View): readonly OutageNotice[] {
  const found = new Map<string, { notice: OutageNotice; words: Set<string> }>();
  for (const item of view.evidence('document')) {
    if (item.body === undefined) continue;
    const { title, text } = item.body;
    const fields = readFields(text);
    const status = fields.get('status') ?? '';
    if (!bad.test(status) || isResolved(fields)) continue;
    const name = item.subject?.name ?? fields.get('service') ?? fields.get('name') ?? title;
    const region = fields.get('region');
    add(found, { kind: 'External', name }, status, region, earliest(fields.get('started_at')), item.id, [
      name,
      fields.get('endpoint') ?? '',
      fields.get('host') ?? '',
    ]);
  }
  for (const item of view.evidence('probe')) {
    if (item.body?.ok !== false || item.subject?.kind !== 'External') continue;
    const status = `${item.body.status ?? item.body.detail ?? 'failing'}`;
    add(found, { kind: 'External', name: item.subject.name }, status, undefined, item.observedAt, item.id, [
      item.subject.name,
      item.body.target?.host ?? '',
      item.body.target?.url ?? '',
    ]);
  }
  return [...found.values()].map(({ notice }) => notice);
}

function add(
  found: Map<string, { notice: OutageNotice; words: Set<string> }>,
  subject: Subject,
  status: string,
  region: string | undefined,
  since: string | undefined,
  id: string,
  texts: readonly string[],
): void {
  const key = `${subject.name} ${region ?? ''}`;
  const earlier = found.get(key);
  const words = earlier?.words ?? new Set<string>();
  for (const word of texts.flatMap((text) => text.toLowerCase().split(/[^a-z0-9]+/)))
    if (isTelling(word)) words.add(word);
  const matches = (host: string, text: string) => {
    const line = `${host} ${text}`.toLowerCase();
    const tokens = new Set(line.split(/[^a-z0-9]+/));
    const others = /\b[a-z]{2}-[a-z]+-\d\b/.exec(line)?.[0];
    return (
      [...words].some((word) => tokens.has(word)) &&
      (region === undefined || others === undefined || others === region.toLowerCase())
    );
  };
  const notice: OutageNotice = {
    subject,
    status: earlier?.notice.status ?? status,
    region,
    since: earliest(earlier?.notice.since, since),
    evidence: [...(earlier?.notice.evidence ?? []), id],
    matches,
  };
  found.set(key, { notice, words });
}

function isTelling(word: string): boolean {
  return (word.length >= 3 || /^[a-z]\d$/.test(word)) && !common.has(word) && !/^v?\d+$/.test(word);
}

function readFields(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split('\n').flatMap((line) => {
      const match = /^\s*([A-Za-z_ ]{2,30}):\s*(.+?)\s*$/.exec(line);
      return match === null ? [] : [[match[1]?.toLowerCase().replace(/ /g, '_') ?? '', match[2] ?? ''] as const];
    }),
  );
}

function isResolved(fields: ReadonlyMap<string, string>): boolean {
  const resolved = fields.get('resolved_at');
  return resolved !== undefined && !/^(none|null|-)$/i.test(resolved);
}
