import { z } from 'zod';

/** What a maintenance run does; its WorkflowTemplate is `auto-ops-<job>`. */
export const MaintenanceJob = z.enum(['heartbeat', 'reindex', 'review-logs', 'review-risk', 'backup']);
export type MaintenanceJob = z.infer<typeof MaintenanceJob>;
