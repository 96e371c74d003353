import { z } from 'zod';
import { Coverage } from './coverage.ts';
import { Identifier } from './identifier.ts';
import { Time } from './time.ts';
import { Window } from './window.ts';
import { Zone } from './zone.ts';

/** `coverage.json` beside each specialist's evidence: what it read, when, and what it could not. */
export const Collection = z.strictObject({
  schemaVersion: z.literal(1),
  incident: Identifier,
  zone: Zone,
  specialist: Identifier,
  /** The "now" of what was collected. Nothing after this reads a clock. */
  capturedAt: Time,
  window: Window,
  items: z.int().min(0),
  coverage: z.array(Coverage),
  /** Set when the specialist as a whole failed; the run goes on without it. */
  error: z.strictObject({ code: z.string(), message: z.string() }).optional(),
});
export type Collection = z.infer<typeof Collection>;
