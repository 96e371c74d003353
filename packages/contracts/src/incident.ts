import { z } from 'zod';
import { Alert } from './alert.ts';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';
import { Scope } from './scope.ts';
import { Severity } from './severity.ts';
import { Subject } from './subject.ts';
import { Time } from './time.ts';
import { Window } from './window.ts';

/** What a run is about. The first document of every workspace, `incident/incident.json`. */
export const Incident = z.strictObject({
  schemaVersion: z.literal(1),
  /** The incident's own name; the run is `incident-<id>`, a retry `incident-<id>-<n>`. */
  id: Identifier,
  title: z.string().max(300),
  severity: Severity,
  createdAt: Time,
  fingerprint: Digest,
  /** `live` looks at the world; `replay` reads the bundle that lies in `incident/bundle/`. */
  mode: z.enum(['live', 'replay']),
  cluster: z.string().max(100).optional(),
  alerts: z.array(Alert),
  question: z.string().max(4000).optional(),
  scope: Scope.optional(),
  target: Subject.optional(),
  window: Window,
  requester: z.string().max(200).optional(),
});
export type Incident = z.infer<typeof Incident>;
