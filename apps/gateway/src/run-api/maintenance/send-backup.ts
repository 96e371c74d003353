import { runApiPaths } from '@auto-ops/contracts';
import { z } from 'zod';
import { openBackup } from '../../backup/open-backup.ts';
import type { Route } from '../../routes/route.ts';
import { ownMaintenance } from './own-maintenance.ts';

/** `GET /v1/maintenance/:run/backup`: a copy of what the gateway keeps, streamed. */
export const sendBackup: Route = (server, { config, store, now, logger }) => {
  server.get(
    runApiPaths.backup(':run'),
    { schema: { params: z.strictObject({ run: z.string() }) } },
    async (request, reply) => {
      const { run } = ownMaintenance(store, request, 'backup');
      store.maintenance.submitted(run);
      const archive = await openBackup(config.data, store, now);
      logger.info({ run }, 'a backup is read');
      return reply.type('application/gzip').send(archive);
    },
  );
};
