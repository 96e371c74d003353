import type { KubernetesObject } from '@auto-ops/contracts';
import { z } from 'zod';
import { type Image, readImage } from './read-image.ts';

const Words = z.array(z.string()).catch([]);
const Labels = z.record(z.string(), z.string()).catch({});
const Container = z.looseObject({
  name: z.string(),
  image: z.string().default(''),
  command: Words,
  args: Words,
  ports: z.array(z.looseObject({ containerPort: z.number() })).catch([]),
});
const WorkloadObject = z.looseObject({
  kind: z.string(),
  metadata: z.looseObject({ name: z.string(), namespace: z.string().default(''), labels: Labels, annotations: Labels }),
  spec: z.looseObject({
    template: z.looseObject({
      metadata: z.looseObject({ labels: Labels }).catch({ labels: {} }),
      spec: z.looseObject({
        containers: z.array(Container).catch([]),
        volumes: z
          .array(z.looseObject({ configMap: z.looseObject({ name: z.string() }).optional().catch(undefined) }))
          .catch([]),
      }),
    }),
  }),
});

/** A container of a workload's pods. */
export interface WorkloadContainer {
  readonly image: Image;
  /** Command and arguments in one. */
  readonly words: readonly string[];
  readonly ports: readonly number[];
}

/** A Deployment, StatefulSet or DaemonSet as far as things are recognised by it. */
export interface Workload {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly podLabels: Readonly<Record<string, string>>;
  readonly containers: readonly WorkloadContainer[];
  /** Names of the ConfigMaps that its pods mount. */
  readonly configMaps: readonly string[];
}

/** Reads a workload; nothing where the object is none. */
export function workloadOf(object: KubernetesObject): Workload | undefined {
  const { data } = WorkloadObject.safeParse(object);
  if (data === undefined) return undefined;
  const { metadata, spec, kind } = data;
  return {
    kind,
    namespace: metadata.namespace,
    name: metadata.name,
    labels: metadata.labels,
    annotations: metadata.annotations,
    podLabels: spec.template.metadata.labels,
    containers: spec.template.spec.containers.map(({ image, command, args, ports }) => ({
      image: readImage(image),
      words: [...command, ...args],
      ports: ports.map(({ containerPort }) => containerPort),
    })),
    configMaps: spec.template.spec.volumes.flatMap(({ configMap }) =>
      configMap === undefined ? [] : [configMap.name],
    ),
  };
}
