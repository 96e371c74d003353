import type { LiveObject } from '../action-definition.ts';
import { readPath } from './read-path.ts';

const marks: readonly (readonly [string, 'annotations' | 'labels', string])[] = [
  ['Argo CD', 'annotations', 'argocd.argoproj.io/tracking-id'],
  ['Argo CD', 'labels', 'argocd.argoproj.io/instance'],
  ['Flux', 'labels', 'kustomize.toolkit.fluxcd.io/name'],
  ['Flux', 'labels', 'helm.toolkit.fluxcd.io/name'],
  ['Helm', 'annotations', 'meta.helm.sh/release-name'],
];

/** The tool or controlling object that would take a change of this object back, with its name; `undefined` where people own it. */
export function managedBy(object: LiveObject): string | undefined {
  for (const [tool, place, key] of marks) {
    const value = readPath(object, 'metadata', place, key);
    if (typeof value === 'string') return `${tool} (${value})`;
  }
  if (readPath(object, 'metadata', 'labels', 'app.kubernetes.io/managed-by') === 'Helm') return 'Helm';
  const owners = readPath(object, 'metadata', 'ownerReferences');
  const controller: unknown = Array.isArray(owners)
    ? owners.find((owner: unknown) => readPath(owner, 'controller') === true)
    : undefined;
  return controller === undefined ? undefined : `${readPath(controller, 'kind')} ${readPath(controller, 'name')}`;
}
