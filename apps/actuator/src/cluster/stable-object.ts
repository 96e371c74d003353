import type { LiveObject } from '@auto-ops/policy';

// Written by controllers as a consequence of a change, never part of what was approved.
const controllerAnnotations = [
  /^auto-ops\.dev\//,
  /^deployment\.kubernetes\.io\//,
  /^kubectl\.kubernetes\.io\/last-applied-configuration$/,
  /^deprecated\.daemonset\.template\.generation$/,
  /^(pv|volume|autoscaling|batch)\.(beta\.)?kubernetes\.io\//,
];
const bookkeeping = new Set(['managedFields', 'resourceVersion', 'generation', 'selfLink', 'creationTimestamp']);

/** The part of a live object that only people and tools like this one change: no status, no bookkeeping, no controllers' annotations. */
export function stableObject(object: LiveObject): LiveObject {
  const { status: _, ...rest } = object;
  const metadata = Object.fromEntries(
    Object.entries(object.metadata).filter(([name]) => !bookkeeping.has(name) && name !== 'annotations'),
  );
  const annotations = Object.entries((object.metadata.annotations ?? {}) as Record<string, string>).filter(
    ([name]) => !controllerAnnotations.some((pattern) => pattern.test(name)),
  );
  // A node's annotations are its agents' notebook; a network plug-in may write there at any moment.
  const kept = object.kind === 'Node' ? [] : annotations;
  const stable = {
    ...rest,
    metadata: { ...metadata, ...(kept.length > 0 && { annotations: Object.fromEntries(kept) }) },
  } as LiveObject;
  return object.kind === 'Node' ? withoutConditionTaints(stable) : stable;
}

/** The node controller turns conditions and cordons into taints by itself. */
function withoutConditionTaints(node: LiveObject): LiveObject {
  const { taints, ...spec } = (node.spec ?? {}) as { taints?: { key: string }[] };
  const kept = taints?.filter((taint) => !taint.key.startsWith('node.kubernetes.io/')) ?? [];
  return { ...node, spec: { ...spec, ...(kept.length > 0 && { taints: kept }) } };
}
