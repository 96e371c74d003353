import { parse } from 'yaml';
import type { Manifest } from './manifest.ts';

/** A container as some manifest describes it, with the security context of its pod. */
export interface DescribedContainer {
  readonly place: string;
  readonly manifest: Manifest;
  readonly account: string | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: Kubernetes' own shape.
  readonly container: any;
  // biome-ignore lint/suspicious/noExplicitAny: Kubernetes' own shape.
  readonly pod: any;
  readonly volumes: readonly { name: string }[];
}

type Patch = { containers?: { name: string; env?: object[]; volumeMounts?: object[] }[]; volumes?: { name: string }[] };

/** The containers of Deployments and of the templates of Workflows. */
export function podsOf(manifests: readonly Manifest[]): DescribedContainer[] {
  return manifests.flatMap((manifest) => {
    const place = (name: string) => `${manifest.file}: ${manifest.metadata.name}/${name}`;
    if (manifest.kind === 'Deployment') {
      const pod = manifest.spec.template.spec;
      return [...(pod.initContainers ?? []), ...pod.containers].map((container) => ({
        place: place(container.name),
        manifest,
        account: pod.serviceAccountName,
        container,
        pod: pod.securityContext,
        volumes: pod.volumes ?? [],
      }));
    }
    if (manifest.kind !== 'WorkflowTemplate') return [];
    const patch: Patch = manifest.spec.podSpecPatch === undefined ? {} : parse(manifest.spec.podSpecPatch);
    return manifest.spec.templates
      .filter((template: { container?: object }) => template.container !== undefined)
      .map((template: { name: string; serviceAccountName?: string; container: object; volumes?: object[] }) => ({
        place: place(template.name),
        manifest,
        account: template.serviceAccountName ?? manifest.spec.serviceAccountName,
        container: patched(template.container, patch),
        pod: manifest.spec.securityContext,
        volumes: [
          ...(manifest.spec.volumes ?? []),
          ...(template.volumes ?? []),
          ...(manifest.spec.volumeClaimTemplates ?? []).map((claim: Manifest) => claim.metadata),
          ...(patch.volumes ?? []),
        ],
      }));
  });
}

/** A step with what `podSpecPatch` adds to it; Argo calls the container of a step `main`. */
function patched<Container extends { env?: object[]; volumeMounts?: object[] }>(container: Container, patch: Patch) {
  const main = patch.containers?.find(({ name }) => name === 'main');
  return {
    ...container,
    env: [...(container.env ?? []), ...(main?.env ?? [])],
    volumeMounts: [...(container.volumeMounts ?? []), ...(main?.volumeMounts ?? [])],
  };
}
