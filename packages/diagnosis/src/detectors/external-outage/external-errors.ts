import { addressesIn } from '../../kubernetes/calls/addresses-in.ts';
import { resolveHost } from '../../kubernetes/calls/resolve-host.ts';
import { subjectText } from '../../kubernetes/names/subject-text.ts';
import { containerLogs } from '../../kubernetes/pods/container-logs.ts';
import { livePods } from '../../kubernetes/pods/live-pods.ts';
import { earliest } from '../../kubernetes/times/earliest.ts';
import type { View } from '../../view.ts';

/** Errors of one caller with one host outside. */
export interface ExternalError {
  readonly caller: string;
  readonly host: string;
  readonly text: string;
  readonly evidence: readonly string[];
  readonly first?: string | undefined;
}

const failure =
  /\b(?:50[0234]|429)\b|unavailable|timed? ?out|deadline|refused|reset by peer|too many requests|rate.?limit|slow ?down|internal ?error|bad gateway/i;
const cache = new WeakMap<View, readonly ExternalError[]>();

/** The errors in logs that name a host outside the cluster, one entry a caller and host. */
export function externalErrors(view: View): readonly ExternalError[] {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const found = new Map<string, ExternalError>();
  const add = (
    caller: string,
    namespace: string | undefined,
    line: {
      id: string;
      text: string;
      at?: string | undefined;
      baseline?: number | undefined;
      count?: number | undefined;
    },
  ) => {
    if (!failure.test(line.text) || line.text.length > 4_000) return;
    // A pattern that was as frequent before is no news.
    if (line.baseline !== undefined && (line.count ?? 1) < 2 * line.baseline) return;
    for (const host of hostsIn(line.text)) {
      if (resolveHost(view, namespace, host).kind !== 'external') continue;
      const key = `${caller} ${host}`;
      const earlier = found.get(key);
      found.set(key, {
        caller,
        host,
        text: earlier?.text ?? line.text,
        evidence: [...(earlier?.evidence ?? []), line.id].slice(-3),
        first: earliest(earlier?.first, line.at),
      });
    }
  };
  for (const pod of livePods(view)) {
    for (const container of pod.containers) {
      for (const line of containerLogs(view, pod, container)) add(subjectText(pod.subject), pod.namespace, line);
    }
  }
  for (const item of view.evidence('log')) {
    if (item.subject === undefined || item.subject.kind === 'Pod') continue;
    const { name, namespace } = item.subject;
    item.body?.entries.forEach((entry, index) => {
      add(name, namespace, {
        id: `${item.id}#${index}`,
        text: entry.text,
        at: entry.at,
        baseline: entry.baseline,
        count: entry.count,
      });
    });
  }
  const errors = [...found.values()].sort((left, right) =>
    `${left.host} ${left.caller}` < `${right.host} ${right.caller}` ? -1 : 1,
  );
  cache.set(view, errors);
  return errors;
}

/** Public host names of a line: of addresses, and after `host=` or `from`. */
function hostsIn(text: string): string[] {
  const plain = [...text.matchAll(/\b((?:[a-z0-9-]+\.)+(?:com|net|org|io|dev|cloud|eu|de|uk|app|ai|co))\b/gi)].map(
    ([, host]) => host ?? '',
  );
  const hosts = [...addressesIn(text).map(({ host }) => host), ...plain].map((host) => host.toLowerCase());
  return [...new Set(hosts)].filter(
    (host) => host.includes('.') && !/^\d+(\.\d+){3}$/.test(host) && !/\.(svc|local|internal)(\.|$)/.test(host),
  );
}
