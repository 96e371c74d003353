import { MaintenanceJob } from '@auto-ops/contracts';
import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import type { MaintenanceRecord } from '../store/maintenance-record.ts';
import type { MaintenanceRunView } from './maintenance-run-view.ts';
import { MaintenanceView } from './maintenance-view.ts';
import type { Route } from './route.ts';
import { visibleResult } from './visible-result.ts';

function viewOf({ run, state, subject, requestedAt, endedAt, reason }: MaintenanceRecord): MaintenanceRunView {
  return {
    run,
    state,
    requestedAt,
    ...(subject === undefined ? {} : { subject }),
    ...(endedAt === undefined ? {} : { endedAt }),
    ...(reason === undefined ? {} : { reason }),
  };
}

/** `GET /api/v1/maintenance`: every job, when it last ran and what it found. */
export const listMaintenance: Route = (server, { store, directory }) => {
  server.route({
    method: 'GET',
    url: '/api/v1/maintenance',
    schema: {
      summary: 'Last runs and results of maintenance',
      tags: ['maintenance'],
      security: [{ bearer: [] }],
      response: { 200: z.strictObject({ maintenance: z.array(MaintenanceView) }) },
    },
    handler: async (request) => {
      const person = authenticate(request, directory, 'viewer');
      return {
        maintenance: MaintenanceJob.options.map((job) => {
          const last = store.maintenance.last(job, 'queued', 'submitted', 'done', 'failed');
          const done = store.maintenance.last(job, 'done');
          const result = done === undefined ? undefined : visibleResult(person, job, done.result);
          const isWide = person.namespaces.length === 0;
          return {
            job,
            ...(last === undefined ? {} : { last: isWide ? viewOf(last) : viewOf({ ...last, subject: undefined }) }),
            ...(done?.endedAt === undefined ? {} : { succeededAt: done.endedAt }),
            ...(result === undefined ? {} : { result }),
          };
        }),
      };
    },
  });
};
