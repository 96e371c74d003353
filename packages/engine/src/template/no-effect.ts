import { z } from 'zod';

/** A field that means something on a cluster only: read, kept, and without effect on one machine. */
export function noEffect(description: string) {
  return z.unknown().optional().meta({ description, effect: false });
}
