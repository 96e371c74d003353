import type { ActionChange, PatchOperation } from '../action-definition.ts';

/** A change by JSON Patch; with no operation the aim is reached already. */
export function patchChange(operations: readonly PatchOperation[]): ActionChange {
  return { method: 'patch', operations };
}
