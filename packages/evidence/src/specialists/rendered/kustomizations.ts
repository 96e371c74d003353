import { dirname, normalize } from 'node:path';
import type { KubernetesObject } from '@auto-ops/contracts';
import { z } from 'zod';

const Content = z.looseObject({
  namespace: z.string().optional(),
  resources: z.array(z.string()).optional(),
  images: z
    .array(
      z.looseObject({
        name: z.string(),
        newName: z.string().optional(),
        newTag: z.union([z.string(), z.number()]).optional(),
        digest: z.string().optional(),
      }),
    )
    .optional(),
});

/** The parts of a `kustomization.yaml` that are understood here. */
export interface Kustomization {
  readonly file: string;
  /** Relative to the root: files and folders. */
  readonly resources: readonly string[];
  readonly namespace?: string | undefined;
  readonly images: NonNullable<z.infer<typeof Content>['images']>;
}

/** Finds the kustomizations among parsed files. */
export function kustomizationsOf(
  documents: readonly { readonly file: string; readonly value: unknown }[],
): Kustomization[] {
  return documents
    .filter(({ file }) => /(?:^|\/)kustomization\.ya?ml$/i.test(file))
    .flatMap(({ file, value }) => {
      const parsed = Content.safeParse(value);
      if (!parsed.success) return [];
      const { resources = [], images = [], namespace } = parsed.data;
      const paths = resources.map((resource) => normalize(`${dirname(file)}/${resource}`).replace(/\/$/, ''));
      return [{ file, resources: paths, namespace, images }];
    });
}

/** Sets namespace and images of one object as the kustomization would. */
export function applyKustomization(object: KubernetesObject, { namespace, images }: Kustomization): KubernetesObject {
  const placed = namespace === undefined ? object : { ...object, metadata: { ...object.metadata, namespace } };
  return images.length === 0 ? placed : (withImages(placed, images) as KubernetesObject);
}

function withImages(value: unknown, images: Kustomization['images']): unknown {
  if (Array.isArray(value)) return value.map((member) => withImages(member, images));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [
      key,
      key === 'image' && typeof member === 'string' ? replaced(member, images) : withImages(member, images),
    ]),
  );
}

function replaced(image: string, images: Kustomization['images']): string {
  const [, name = image] = /^(.+?)(?::[^/:@]+)?(?:@.+)?$/.exec(image) ?? [];
  const change = images.find((candidate) => candidate.name === name);
  if (change === undefined) return image;
  const newName = change.newName ?? name;
  if (change.digest !== undefined) return `${newName}@${change.digest}`;
  return change.newTag === undefined ? `${newName}${image.slice(name.length)}` : `${newName}:${change.newTag}`;
}
