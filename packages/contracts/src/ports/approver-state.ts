import { z } from 'zod';

/** What the gateway answers about an approver at the moment of execution. */
export const ApproverState = z.strictObject({ id: z.string(), active: z.boolean(), roles: z.array(z.string()) });
export type ApproverState = z.infer<typeof ApproverState>;
