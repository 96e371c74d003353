import { AutoOpsError } from '@auto-ops/contracts';
import type { NodeSelector } from './node-selector.ts';

const fields = ['id', 'displayName', 'templateName'] as const;

/**
 * The selector as the Argo Server reads it. Throws NODE_SELECTOR_EMPTY where it would match every suspended node: the server takes
 * an empty selector for all of them.
 */
export function selectorText(selector: NodeSelector): string {
  const parts = fields.flatMap((field) => {
    const value = selector[field];
    if (value === undefined) return [];
    if (value.trim() === '') throw new AutoOpsError('NODE_SELECTOR_EMPTY', `the selector's ${field} is empty`);
    return [`${field}=${value.replace(/[\\,=]/g, (character) => `\\${character}`)}`];
  });
  if (parts.length === 0) throw new AutoOpsError('NODE_SELECTOR_EMPTY', 'the selector names no field');
  return parts.join(',');
}
