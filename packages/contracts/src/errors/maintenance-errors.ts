import type { ErrorDefinition } from './error-definition.ts';

/** Errors of the area `maintenance`. */
export const maintenanceErrors = {
  BACKUP_BROKEN: {
    exit: 1,
    http: 500,
    title: 'A backup cannot be restored',
    hint: 'Check the disks of the gateway and of the backups; the archive was kept under its name with `broken-` before it.',
  },
} as const satisfies Record<string, ErrorDefinition>;
