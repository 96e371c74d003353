import type { KubernetesObject } from '@auto-ops/contracts';
import type { Kustomization } from './kustomization.ts';

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
