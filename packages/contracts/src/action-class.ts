import { z } from 'zod';

/** The risk of an action, computed and never chosen: read, propose, reversible, disruptive, destructive, never. */
export const ActionClass = z.enum(['R0', 'R1', 'R2', 'R3', 'R4', 'RX']);
export type ActionClass = z.infer<typeof ActionClass>;
