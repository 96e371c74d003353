import { z } from 'zod';

/** How urgent an incident or a finding is, worst first. */
export const Severity = z.enum(['critical', 'warning', 'info']);
export type Severity = z.infer<typeof Severity>;
