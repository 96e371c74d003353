/** A host that may be a Service of the cluster. */
export interface NamedHost {
  readonly name: string;
  readonly namespace?: string | undefined;
  readonly port?: number | undefined;
  /** Written with `.svc`, so it can be nothing but a Service. */
  readonly inCluster: boolean;
}

const label = '[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?';
const qualified = new RegExp(
  `(?<![\\w.-])(${label})\\.(${label})(\\.svc(?:\\.cluster\\.local)?)?\\.?(?::(\\d{1,5}))?(?![\\w.-])`,
  'g',
);
const bare = new RegExp(`(?:://(?:[^\\s/@]*@)?|(?<![\\w.:/@-]))(${label}):(\\d{2,5})(?![\\w.:-])`, 'g');
const inUrl = new RegExp(`://(?:[^\\s/@]*@)?(${label})(?=[/?\\s"',;)]|$)`, 'g');
const longest = 4000;

/** Hosts that a text names: `service.namespace[.svc…][:port]`, `service:port` and `scheme://service`. */
export function hostsIn(text: string): readonly NamedHost[] {
  const sample = text.length > longest ? text.slice(0, longest) : text;
  if (!sample.includes('.') && !sample.includes(':')) return [];
  const hosts = new Map<string, NamedHost>();
  for (const [, name = '', namespace = '', suffix, port] of sample.matchAll(qualified)) {
    keep({ name, namespace, inCluster: suffix !== undefined, ...(port === undefined ? {} : { port: Number(port) }) });
  }
  for (const [, name = '', port = ''] of sample.matchAll(bare)) keep({ name, port: Number(port), inCluster: false });
  for (const [, name = ''] of sample.matchAll(inUrl)) keep({ name, inCluster: false });
  return [...hosts.values()];

  function keep(host: NamedHost): void {
    hosts.set(`${host.name}.${host.namespace ?? ''}:${host.port ?? ''}`, host);
  }
}
