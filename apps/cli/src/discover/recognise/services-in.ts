import type { KubernetesObject } from '@auto-ops/contracts';
import { z } from 'zod';
import type { ClusterView } from '../cluster-view.ts';
import { kinds } from '../kinds.ts';

const Labels = z.record(z.string(), z.string()).catch({});
const ServiceObject = z.looseObject({
  metadata: z.looseObject({ name: z.string(), namespace: z.string().default(''), labels: Labels }),
  spec: z
    .looseObject({
      selector: Labels,
      externalName: z.string().optional().catch(undefined),
      ports: z.array(z.looseObject({ port: z.number(), name: z.string().optional() })).catch([]),
    })
    .catch({ selector: {}, ports: [], externalName: undefined }),
});

/** A Service as far as things are recognised by it. */
export interface FoundService {
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly selector: Readonly<Record<string, string>>;
  readonly ports: readonly { readonly port: number; readonly name?: string | undefined }[];
  /** The name outside that it stands for. */
  readonly externalName: string | undefined;
}

function serviceOf(object: KubernetesObject): FoundService | undefined {
  const { data } = ServiceObject.safeParse(object);
  return (
    data && {
      namespace: data.metadata.namespace,
      name: data.metadata.name,
      labels: data.metadata.labels,
      selector: data.spec.selector,
      ports: data.spec.ports,
      externalName: data.spec.externalName,
    }
  );
}

/** Every Service of a cluster. */
export function servicesIn(cluster: ClusterView): readonly FoundService[] {
  return cluster
    .list(kinds.services)
    .map(serviceOf)
    .filter((service) => service !== undefined);
}
