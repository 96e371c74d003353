import { stringify } from 'yaml';
import type { DiscoverAnswer } from '../discover/discover-cluster.ts';
import type { Patch } from '../discover/discovery.ts';

const apiVersions: Readonly<Record<string, string>> = {
  ConfigMap: 'v1',
  PersistentVolumeClaim: 'v1',
  WorkflowTemplate: 'argoproj.io/v1alpha1',
  Sensor: 'argoproj.io/v1alpha1',
  NetworkPolicy: 'networking.k8s.io/v1',
};
const written = (value: unknown) => stringify(value, { lineWidth: 0, blockQuote: 'literal' });

function entryOf({ target, merge, operations }: Patch): object {
  if (operations !== undefined) return { target, patch: written(operations) };
  const { kind, ...metadata } = target;
  return { patch: written({ apiVersion: apiVersions[kind] ?? 'v1', kind, metadata, ...merge }) };
}

/** The proposed settings and patches as the kustomization.yaml of an overlay beside those of `k8s/overlays`. */
export function formatOverlay({ settings, patches }: DiscoverAnswer): string {
  const data = Object.fromEntries(
    settings.filter(({ of }) => of === 'gateway').map(({ variable, value }) => [variable, value]),
  );
  const configMap: Patch = {
    target: { kind: 'ConfigMap', name: 'auto-ops-gateway', namespace: 'auto-ops' },
    merge: { data },
    reason: 'the settings of the gateway',
  };
  const all = [...(Object.keys(data).length === 0 ? [] : [configMap]), ...patches];
  const overlay = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: ['../../base'],
    ...(all.length === 0 ? {} : { patches: all.map(entryOf) }),
  };
  return [
    '# An overlay for the cluster that `auto-ops discover` looked at: k8s/overlays/<name>/kustomization.yaml.',
    '# The Secrets and the images are yours to add, see docs/guides/install-on-a-cluster.md.',
    ...all.map(({ target, reason }) => `# ${target.kind} ${target.name}: ${reason}.`),
    written(overlay),
  ].join('\n');
}
