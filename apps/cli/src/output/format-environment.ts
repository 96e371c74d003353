import type { DiscoverAnswer } from '../discover/discover-cluster.ts';
import type { Setting } from '../discover/discovery.ts';

function quoted(value: string): string {
  return /[\s#"'`$]/.test(value) ? `'${value.replaceAll("'", '')}'` : value;
}

function linesOf({ of, variable, value, reason }: Setting): string[] {
  const written = `${variable}=${quoted(value)}`;
  if (of === 'machine') return [`# ${reason}`, written];
  const configMap = of === 'gateway' ? 'auto-ops-gateway' : 'auto-ops-maintenance-heartbeat';
  return [`# In the cluster, ConfigMap ${configMap}: ${reason}`, ...written.split('\n').map((line) => `# ${line}`)];
}

/** The proposed settings as lines of `.env`. Those of programs inside a cluster are comments: their addresses lead nowhere from here. */
export function formatEnvironment({ settings }: DiscoverAnswer): string {
  const isHere = ({ of }: Setting) => of === 'machine';
  return [...settings.filter(isHere), ...settings.filter((setting) => !isHere(setting))]
    .flatMap(linesOf)
    .concat('')
    .join('\n');
}
