import { AutoOpsError, GitHubIds, runApiPaths } from '@auto-ops/contracts';
import { z } from 'zod';
import { journalIntake } from '../intake/journal-intake.ts';
import type { Route } from '../routes/route.ts';
import { Kept } from './kept.ts';
import { ownRun } from './own-run.ts';

/** `PUT /v1/intake/:run`: the ids of an event that GitHub sent to Argo Events. */
export const takeIntake: Route = (server, parts) => {
  server.put(
    runApiPaths.intake(':run'),
    { schema: { params: z.strictObject({ run: z.string() }), body: GitHubIds, response: { 200: Kept } } },
    async (request) => {
      ownRun.require(request.raw, request.params.run);
      if (ownRun.accountOf(request.raw) !== 'intake')
        throw new AutoOpsError('PERMISSION_DENIED', 'only the step of an intake hands ids in');
      if (request.params.run !== `intake-${request.body.delivery}`)
        throw new AutoOpsError('PERMISSION_DENIED', `${request.params.run} is not the intake of that delivery`);
      const result = await journalIntake(parts, request.body);
      parts.logger.info({ run: request.params.run, event: request.body.event, result }, 'ids taken in');
      return { kept: true as const };
    },
  );
};
