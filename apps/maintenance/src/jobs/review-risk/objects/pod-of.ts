import type { KubernetesObject } from '@auto-ops/contracts';
import { readPath } from '@auto-ops/policy';
import { z } from 'zod';

const Quantities = z
  .record(z.string(), z.union([z.string(), z.number()]))
  .optional()
  .catch(undefined);
const Fields = z.record(z.string(), z.unknown()).optional().catch(undefined);

const Container = z.looseObject({
  name: z.string().catch(''),
  image: z.string().optional().catch(undefined),
  resources: z.looseObject({ limits: Quantities, requests: Quantities }).optional().catch(undefined),
  livenessProbe: z.unknown().optional(),
  readinessProbe: z.unknown().optional(),
  startupProbe: z.unknown().optional(),
  securityContext: Fields,
});

/** A container, and the keys that lead to it. */
export interface PlacedContainer extends z.infer<typeof Container> {
  readonly keys: readonly (string | number)[];
}

/** A pod's specification inside an object, and the keys that lead to it. */
export interface PlacedPod {
  readonly spec: Readonly<Record<string, unknown>>;
  readonly keys: readonly string[];
  readonly containers: readonly PlacedContainer[];
}

const places: readonly (readonly string[])[] = [
  ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
  ['spec', 'template', 'spec'],
  ['spec'],
];

/** The pod that an object makes or is; undefined for an object that makes none. What does not fit is left out. */
export function podOf(object: KubernetesObject | undefined): PlacedPod | undefined {
  if (object === undefined) return undefined;
  for (const keys of places) {
    if (keys.length === 1 && object.kind !== 'Pod') continue;
    const spec = readPath(object, ...keys);
    if (!isFields(spec)) continue;
    const containers = ['initContainers', 'containers'].flatMap((list) => {
      const items = spec[list];
      return (Array.isArray(items) ? items : []).flatMap((item: unknown, index): PlacedContainer[] => {
        const parsed = Container.safeParse(item);
        return parsed.success ? [{ ...parsed.data, keys: [...keys, list, index] }] : [];
      });
    });
    return { spec, keys, containers };
  }
  return undefined;
}

function isFields(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
