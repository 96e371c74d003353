import { parseQuantity } from '@auto-ops/policy';
import { type PlacedContainer, podOf } from '../objects/pod-of.ts';
import { about } from './about.ts';
import { isUnpinned } from './is-unpinned.ts';
import type { Finding, ObjectRule } from './rule.ts';

const probes = ['livenessProbe', 'readinessProbe', 'startupProbe'] as const;

/** Images, limits and probes of containers. */
export const judgeContainers: ObjectRule = ({ before, after }) => {
  if (after === undefined) return [];
  const known = new Map(podOf(before?.object)?.containers.map((container) => [container.name, container]));
  return (podOf(after.object)?.containers ?? []).flatMap((container) => {
    const was = known.get(container.name);
    const at = (code: string, text: string, ...keys: string[]): Finding =>
      about(
        after,
        code,
        code === 'image-changed' ? 'R2' : 'R3',
        `${container.name}: ${text}`,
        ...container.keys,
        ...keys,
      );
    return [
      ...imageFindings(was, container, at),
      ...limitFindings(was, container, at),
      ...probes
        .filter((probe) => was?.[probe] != null && container[probe] == null)
        .map((probe) => at('probe-removed', `${probe} is gone`)),
    ];
  });
};

type At = (code: string, text: string, ...keys: string[]) => Finding;

function imageFindings(was: PlacedContainer | undefined, { image }: PlacedContainer, at: At): Finding[] {
  if (image === undefined || image === was?.image) return [];
  if (isUnpinned(image)) return [at('image-unpinned', `${image} may be another image tomorrow`, 'image')];
  return was?.image === undefined ? [] : [at('image-changed', `${was.image} → ${image}`, 'image')];
}

function limitFindings(was: PlacedContainer | undefined, { image, resources }: PlacedContainer, at: At): Finding[] {
  const limits = resources?.limits ?? {};
  // A patch of a kustomization names a container and changes a part of it.
  if (was === undefined && image !== undefined && Object.keys(limits).length === 0) {
    return [at('limits-missing', 'there are no limits')];
  }
  return Object.entries(was?.resources?.limits ?? {}).flatMap(([name, old]) => {
    const now = limits[name];
    if (now === undefined) return [at('limits-removed', `the limit of ${name}, ${old}, is gone`, 'resources')];
    const [one, other] = [parseQuantity(old), parseQuantity(now)];
    const isHalf = one !== undefined && other !== undefined && other <= one / 2;
    return isHalf ? [at('limits-halved', `limit of ${name} ${old} → ${now}`, 'resources', 'limits', name)] : [];
  });
}
