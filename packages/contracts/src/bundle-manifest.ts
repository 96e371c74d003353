import { z } from 'zod';
import { Alert } from './alert.ts';
import { Coverage } from './coverage.ts';
import { Scope } from './scope.ts';
import { Time } from './time.ts';
import { Window } from './window.ts';

/** `bundle.json`, version 1: what was asked, when, what was covered, and the alerts. */
export const BundleManifest = z.looseObject({
  version: z.literal(1),
  name: z.string().min(1),
  capturedAt: Time,
  window: Window,
  cluster: z.string().optional(),
  alerts: z.array(Alert),
  question: z.string().optional(),
  scope: Scope.optional(),
  coverage: z.array(Coverage).optional(),
});
export type BundleManifest = z.infer<typeof BundleManifest>;
