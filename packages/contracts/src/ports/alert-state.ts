import { z } from 'zod';
import { Alert } from '../alert.ts';

/** The present state of an incident's alerts. */
export const AlertState = z.strictObject({ alerts: z.array(Alert) });
export type AlertState = z.infer<typeof AlertState>;
