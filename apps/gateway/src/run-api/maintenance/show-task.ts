import { MaintenanceTask, runApiPaths } from '@auto-ops/contracts';
import { z } from 'zod';
import type { Route } from '../../routes/route.ts';
import { ownMaintenance } from './own-maintenance.ts';

/** `GET /v1/maintenance/:run`: what the run is to do. */
export const showTask: Route = (server, { store }) => {
  server.get(
    runApiPaths.maintenance(':run'),
    { schema: { params: z.strictObject({ run: z.string() }), response: { 200: MaintenanceTask } } },
    async (request) => {
      const { run, job, subject } = ownMaintenance(store, request);
      store.maintenance.submitted(run);
      return { schemaVersion: 1 as const, run, job, ...(subject === undefined ? {} : { subject }) };
    },
  );
};
