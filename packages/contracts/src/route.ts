import { z } from 'zod';
import { Identifier } from './identifier.ts';
import { Scope } from './scope.ts';
import { Subject } from './subject.ts';
import { Zone } from './zone.ts';

/** Which specialists look, at what, and why. A second round looks where the first Analysis asks (`request`). */
export const Route = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Identifier,
  specialists: z.partialRecord(Zone, z.array(Identifier).max(20)),
  scope: Scope,
  /** The objects the signal points at, nearest first. */
  targets: z.array(Subject).max(20),
  reasons: z.array(z.string().max(500)),
});
export type Route = z.infer<typeof Route>;
