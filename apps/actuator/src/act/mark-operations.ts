import type { LiveObject, PatchOperation } from '@auto-ops/policy';

const annotation = 'auto-ops.dev/action';

/** Operations that leave the mark on an object in the same request as the change itself. */
export function markOperations(object: LiveObject, change: readonly PatchOperation[], mark: string): PatchOperation[] {
  const exists = object.metadata.annotations !== undefined;
  const isMade = change.some((operation) => operation.op !== 'remove' && operation.path === '/metadata/annotations');
  return [
    ...(exists || isMade ? [] : [{ op: 'add', path: '/metadata/annotations', value: {} } as const]),
    { op: 'add', path: `/metadata/annotations/${annotation.replaceAll('/', '~1')}`, value: mark },
  ];
}
