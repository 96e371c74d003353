import type { Labels } from './labels.ts';

/** Labels as `key=value` entries, sorted. */
export function labelTexts(labels: Labels): string[] {
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${value}`)
    .sort();
}
