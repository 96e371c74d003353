import { z } from 'zod';

/** What a collect task can reach; one ServiceAccount, NetworkPolicy and Secret each. */
export const Zone = z.enum(['cluster', 'telemetry', 'source', 'host', 'tools', 'context', 'releases']);
export type Zone = z.infer<typeof Zone>;
