import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule } from '../rule.ts';
import { root } from '../template.ts';

type Reference = { kind: 'ConfigMap' | 'Secret' | 'PersistentVolumeClaim'; name: string; isOptional: boolean };

// What an operator makes is told where somebody installs.
const guides = [
  'docs/guides/install-on-a-cluster.md',
  'docs/guides/connect-github.md',
  'k8s/overlays/production/README.md',
]
  .map((page) => readFileSync(join(root, page), 'utf8'))
  .join('\n');

/** A pod waits for ever for a ConfigMap, Secret or claim that is not there. */
export const knownReferences: Rule = {
  title: 'a ConfigMap, Secret or claim that is named is there, is optional, or is in a guide',
  check: (manifests) => {
    const objects = new Set(
      manifests.map(({ kind, metadata }) => `${kind}/${metadata.namespace ?? 'auto-ops'}/${metadata.name}`),
    );
    return manifests
      .filter(({ kind }) => ['Deployment', 'WorkflowTemplate', 'Sensor', 'EventSource'].includes(kind))
      .flatMap((manifest) =>
        [...referencesIn(manifest.spec), ...helperToken(manifest.spec.executor)]
          .filter(({ isOptional, name }) => !isOptional && !name.includes('{{') && name !== 'kube-root-ca.crt')
          .filter(({ kind, name }) => {
            const isThere = objects.has(`${kind}/${manifest.metadata.namespace ?? 'auto-ops'}/${name}`);
            return (
              !isThere && !new RegExp(`(?:generic|tls|configmap|Secret|ConfigMap) \`?${name}(?![a-z-])`).test(guides)
            );
          })
          .map(({ kind, name }) => `${manifest.file}: ${manifest.metadata.name} names the ${kind} ${name}`),
      );
  },
};

/** Argo mounts a Secret of this name beside each step, where its helper has an account of its own. */
function helperToken(executor: { serviceAccountName?: string } | undefined): Reference[] {
  const name = executor?.serviceAccountName;
  return name === undefined ? [] : [{ kind: 'Secret', name: `${name}.service-account-token`, isOptional: false }];
}

// biome-ignore lint/suspicious/noExplicitAny: Kubernetes' own shapes, wherever they are.
function* referencesIn(value: any): Generator<Reference> {
  if (typeof value !== 'object' || value === null) return;
  const {
    configMapRef,
    secretRef,
    configMapKeyRef,
    secretKeyRef,
    configMap,
    secret,
    persistentVolumeClaim: claim,
  } = value;
  const named: readonly [Reference['kind'], { name?: string; secretName?: string; optional?: boolean } | undefined][] =
    [
      ['ConfigMap', configMapRef ?? configMapKeyRef ?? configMap],
      ['Secret', secretRef ?? secretKeyRef ?? secret ?? value.authSecret ?? value.webhookSecret],
      ['PersistentVolumeClaim', claim && { name: claim.claimName }],
    ];
  for (const [kind, one] of named) {
    const name = one?.name ?? one?.secretName;
    if (typeof name === 'string') yield { kind, name, isOptional: one?.optional === true };
  }
  for (const child of Object.values(value)) yield* referencesIn(child);
}
