import type { DiscoverAnswer } from '../discover/discover-cluster.ts';

function quoted(value: string): string {
  return /[\s#"'`$]/.test(value) ? `'${value.replaceAll("'", '')}'` : value;
}

/** The proposed settings as lines of `.env`. Those of the gateway inside a cluster are comments: its addresses lead nowhere from here. */
export function formatEnvironment({ settings }: DiscoverAnswer): string {
  return settings
    .toSorted((one, other) => (one.of === other.of ? 0 : one.of === 'machine' ? -1 : 1))
    .flatMap(({ of, variable, value, reason }) =>
      of === 'machine'
        ? [`# ${reason}`, `${variable}=${quoted(value)}`]
        : [`# In the cluster, ConfigMap auto-ops-gateway: ${reason}`, `# ${variable}=${quoted(value)}`],
    )
    .concat('')
    .join('\n');
}
