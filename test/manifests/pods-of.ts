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
}

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
      }));
    }
    if (manifest.kind !== 'WorkflowTemplate') return [];
    return manifest.spec.templates
      .filter((template: { container?: object }) => template.container !== undefined)
      .map((template: { name: string; serviceAccountName?: string; container: object }) => ({
        place: place(template.name),
        manifest,
        account: template.serviceAccountName ?? manifest.spec.serviceAccountName,
        container: template.container,
        pod: manifest.spec.securityContext,
      }));
  });
}
