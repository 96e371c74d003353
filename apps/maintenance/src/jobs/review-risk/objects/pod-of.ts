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

const workflows = new Set(['Workflow', 'WorkflowTemplate', 'ClusterWorkflowTemplate', 'CronWorkflow']);

/**
 * The pod that an object makes or is; undefined for an object that makes none. What does not fit is left out. A workflow of Argo counts as
 * one pod whose containers have the names of its templates.
 */
export function podOf(object: KubernetesObject | undefined): PlacedPod | undefined {
  if (object === undefined) return undefined;
  if (workflows.has(object.kind)) return workflowPod(object);
  for (const keys of places) {
    if (keys.length === 1 && object.kind !== 'Pod') continue;
    const spec = readPath(object, ...keys);
    if (!isFields(spec)) continue;
    const containers = ['initContainers', 'containers'].flatMap((list) =>
      itemsOf(spec[list]).flatMap((item, index) => containerAt(item, [...keys, list, index])),
    );
    return { spec, keys, containers };
  }
  return undefined;
}

function workflowPod(object: KubernetesObject): PlacedPod | undefined {
  const keys = object.kind === 'CronWorkflow' ? ['spec', 'workflowSpec'] : ['spec'];
  const spec = readPath(object, ...keys);
  if (!isFields(spec)) return undefined;
  const containers = itemsOf(spec.templates).flatMap((template, index) =>
    ['container', 'script'].flatMap((field) => {
      const container = readPath(template, field);
      if (!isFields(container)) return [];
      return containerAt({ ...container, name: readPath(template, 'name') }, [...keys, 'templates', index, field]);
    }),
  );
  return { spec, keys, containers };
}

function containerAt(item: unknown, keys: readonly (string | number)[]): PlacedContainer[] {
  const parsed = Container.safeParse(item);
  return parsed.success ? [{ ...parsed.data, keys }] : [];
}

function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isFields(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
