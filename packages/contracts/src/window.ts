import { z } from 'zod';
import { Time } from './time.ts';

/** A period, both ends included. */
export const Window = z.looseObject({ from: Time, to: Time });
export type Window = z.infer<typeof Window>;
