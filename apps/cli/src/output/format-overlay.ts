import { stringify } from 'yaml';
import type { DiscoverAnswer } from '../discover/discover-cluster.ts';
import type { Setting } from '../discover/discovery.ts';

const written = (value: unknown) => stringify(value, { lineWidth: 0, blockQuote: 'literal' });

function settingsPatch(data: Readonly<Record<string, string>>): object {
  const metadata = { name: 'auto-ops-gateway', namespace: 'auto-ops' };
  return { patch: written({ apiVersion: 'v1', kind: 'ConfigMap', metadata, data }) };
}

/** The heartbeat's settings are no part of the base: without them it looks at nothing. */
function heartbeatOf(literals: readonly string[]): object {
  const labels = { 'app.kubernetes.io/part-of': 'auto-ops' };
  return {
    configMapGenerator: [
      {
        name: 'auto-ops-maintenance-heartbeat',
        namespace: 'auto-ops',
        literals,
        options: { disableNameSuffixHash: true, labels },
      },
    ],
  };
}

/** The proposed settings and patches as the kustomization.yaml of an overlay beside those of `k8s/overlays`. */
export function formatOverlay({ settings, patches }: DiscoverAnswer): string {
  const variablesOf = (program: Setting['of']) =>
    settings.filter(({ of }) => of === program).map(({ variable, value }): [string, string] => [variable, value]);
  const data = Object.fromEntries(variablesOf('gateway'));
  const checks = variablesOf('heartbeat').map(([variable, value]) => `${variable}=${value}`);
  const entries = [
    ...(Object.keys(data).length === 0 ? [] : [settingsPatch(data)]),
    ...patches.map(({ target, operations }) => ({ target, patch: written(operations) })),
  ];
  const overlay = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: ['../../base'],
    ...(checks.length === 0 ? {} : heartbeatOf(checks)),
    ...(entries.length === 0 ? {} : { patches: entries }),
  };
  return [
    '# An overlay for the cluster that `auto-ops discover` looked at: k8s/overlays/<name>/kustomization.yaml.',
    '# The Secrets and the images are yours to add, see docs/guides/install-on-a-cluster.md.',
    ...patches.map(({ target, reason }) => `# ${target.kind} ${target.name}: ${reason}.`),
    written(overlay),
  ].join('\n');
}
