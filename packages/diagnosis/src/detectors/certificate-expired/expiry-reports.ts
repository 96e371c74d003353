import type { Subject } from '@auto-ops/contracts';
import { addressesIn } from '../../kubernetes/calls/addresses-in.ts';
import { connectionFailure } from '../../kubernetes/calls/connection-failure.ts';
import { containerLogs } from '../../kubernetes/pods/container-logs.ts';
import { livePods } from '../../kubernetes/pods/live-pods.ts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import { latest } from '../../kubernetes/times/latest.ts';
import { failedCreates } from '../../kubernetes/workloads/failed-creates.ts';
import type { View } from '../../view.ts';

/** What a client or a check says about the certificate of a host. */
export interface ExpiryReport {
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  readonly isOver: boolean;
  readonly notAfter?: string | undefined;
  readonly evidence: readonly string[];
  readonly first?: string | undefined;
  readonly last?: string | undefined;
  /** Who met it, and from which namespace its host name is to be read. */
  readonly caller?: Subject | undefined;
  readonly namespace?: string | undefined;
}

const expired = /certificate (?:has |is )?expired|CERT_HAS_EXPIRED|expired certificate|ERR_CERT_DATE_INVALID/i;
const answersAgain = /\banswers again|handshake (?:ok|succeeded)|certificate (?:renewed|reloaded)/i;

/** The reports of logs and TLS probes, one entry a caller and host. */
export function expiryReports(view: View): readonly ExpiryReport[] {
  return [...ofPods(view), ...ofComponents(view), ...ofMessages(view), ...ofProbes(view)];
}

type Line = { id: string; text: string; at?: string | undefined };

function ofPods(view: View): ExpiryReport[] {
  return livePods(view).flatMap((pod) =>
    pod.containers.flatMap((container) => fromLines(containerLogs(view, pod, container), pod.subject, pod.namespace)),
  );
}

function ofComponents(view: View): ExpiryReport[] {
  return view.evidence('log').flatMap((item) => {
    if (item.subject === undefined || item.subject.kind === 'Pod') return [];
    const lines = (item.body?.entries ?? []).map((entry, index) => ({
      id: `${item.id}#${index}`,
      text: entry.text,
      at: entry.at,
    }));
    return fromLines(lines, item.subject, item.subject.namespace);
  });
}

/** What the API server says of a webhook that it calls. */
function ofMessages(view: View): ExpiryReport[] {
  return failedCreates(view).flatMap(({ message, evidence, since, workload, namespace }) =>
    fromLines([{ id: evidence[0] ?? '', text: message, at: earliest(...since) }], workload, namespace),
  );
}

function fromLines(lines: readonly Line[], caller: Subject, namespace: string | undefined): ExpiryReport[] {
  const byHost = new Map<string, Line[]>();
  for (const line of lines) {
    // A certificate that is not valid yet speaks of a clock, not of an end.
    if (!expired.test(line.text) || /is before \d{4}/.test(line.text)) continue;
    const host = hostOf(line.text) ?? '';
    byHost.set(host, [...(byHost.get(host) ?? []), line]);
  }
  // Lines without a host say nothing that lines with one do not say better.
  const hosts = [...byHost.keys()].some((host) => host !== '')
    ? [...byHost].filter(([host]) => host !== '')
    : [...byHost];
  return hosts.map(([host, found]) => {
    const index = lines.indexOf(found.at(-1) as Line);
    const recovered = lines.slice(index + 1).some(({ text }) => answersAgain.test(text) && text.includes(host));
    const notAfter = [...lines].map(({ text }) => endOf(text, host)).find((time) => time !== undefined);
    return {
      host: host || undefined,
      port: found.map(({ text }) => addressesIn(text)[0]?.port).find((port) => port !== undefined),
      isOver: !recovered,
      notAfter,
      evidence: [...found.slice(0, 1), ...found.slice(1).slice(-2)].map(({ id }) => id),
      first: earliest(...found.map(({ at }) => at)),
      last: latest(...found.map(({ at }) => at)),
      caller,
      namespace,
    };
  });
}

function ofProbes(view: View): ExpiryReport[] {
  return view.evidence('probe').flatMap((item) => {
    if (item.body?.check !== 'tls') return [];
    const { target, ok, detail, status, value } = item.body;
    const host = target?.host ?? addressesIn(target?.url ?? '')[0]?.host ?? target?.name;
    const isOver =
      !ok &&
      (expired.test(`${detail ?? ''} ${status ?? ''}`) ||
        /expired/i.test(`${detail ?? ''} ${status ?? ''}`) ||
        Number(value) < 0);
    if (!ok && !isOver) return [];
    const notAfter = endOf(detail ?? '', '') ?? (typeof value === 'string' ? earliest(value) : undefined);
    return [
      {
        host,
        port: target?.port,
        isOver,
        notAfter,
        evidence: [item.id],
        first: item.observedAt,
        last: item.observedAt,
        caller: undefined,
        namespace: item.subject?.namespace,
      },
    ];
  });
}

function hostOf(text: string): string | undefined {
  const named =
    addressesIn(text)[0]?.host ??
    /handshake (?:to|with) ([a-z0-9][a-z0-9.-]*)/i.exec(text)?.[1] ??
    /\bCN=([a-z0-9][a-z0-9.-]*)/i.exec(text)?.[1];
  return named ?? connectionFailure(`${text} timed out`)?.host;
}

function endOf(text: string, host: string): string | undefined {
  if (host !== '' && !text.includes(host) && !/is after/.test(text)) return undefined;
  const time = /(?:notAfter[=: ]+|is after |expired (?:on|at) )(\d{4}-\d{2}-\d{2}T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))/i.exec(
    text,
  )?.[1];
  return earliest(time);
}
