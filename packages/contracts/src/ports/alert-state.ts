import { z } from 'zod';
import { Alert } from '../alert.ts';
import { Cancellation } from './cancellation.ts';

/** The present state of an incident's alerts, and whether somebody ended the run that asks. */
export const AlertState = z.strictObject({ alerts: z.array(Alert), cancellation: Cancellation.optional() });
export type AlertState = z.infer<typeof AlertState>;
