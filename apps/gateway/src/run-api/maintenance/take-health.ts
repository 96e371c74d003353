import { HealthReport, runApiPaths, type Signal } from '@auto-ops/contracts';
import { z } from 'zod';
import { healthSignal } from '../../intake/health-signal.ts';
import type { Route } from '../../routes/route.ts';
import { Kept } from '../kept.ts';
import { ownMaintenance } from './own-maintenance.ts';

/**
 * `PUT /v1/maintenance/:run/health`: a failing check becomes an alert in the journal, its recovery the news that it is over. A check
 * counts as recovered only after that news is on disk; whatever is handed in again leads to the same deliveries.
 */
export const takeHealth: Route = (server, { store, controller, logger, now }) => {
  async function journal(signal: Signal): Promise<void> {
    const { id, receivedAt } = signal;
    await store.journal.accept({ id, connector: 'health-check', receivedAt, body: JSON.stringify(signal) });
  }

  server.put(
    runApiPaths.health(':run'),
    { schema: { params: z.strictObject({ run: z.string() }), body: HealthReport, response: { 200: Kept } } },
    async (request) => {
      const { run } = ownMaintenance(store, request, 'heartbeat');
      const { at, checks } = request.body;
      const time = now();
      const newest = HealthReport.safeParse(store.maintenance.last('heartbeat', 'done')?.result).data;
      // A run that was held up says nothing about now; nor does one whose node's clock is ahead silence those after it.
      const newestAt = newest === undefined ? 0 : Date.parse(newest.at);
      if (newestAt > Date.parse(at) && newestAt <= Date.parse(time)) {
        store.together(() => store.maintenance.finish(run, newest));
        return { kept: true as const };
      }
      const known = store.failingChecks.all();
      // An alert that was told keeps its namespace: one that was changed meanwhile would make it another alert.
      const told = checks.map((check) => {
        const before = known.get(check.name)?.check;
        return before === undefined ? check : { ...check, namespace: before.namespace };
      });
      const failing = told.filter(({ ok }) => !ok);
      const recovered = told.filter(({ ok, name }) => ok && known.has(name));
      const sinceOf = (name: string, since: string | undefined) => known.get(name)?.since ?? since ?? at;
      store.together(() => {
        for (const check of failing) store.failingChecks.put(check, sinceOf(check.name, check.since));
      });
      await Promise.all(
        [...failing, ...recovered].map((check) => journal(healthSignal(check, sinceOf(check.name, check.since), time))),
      );
      const named = new Set(checks.map(({ name }) => name));
      store.together(() => {
        for (const { name } of recovered) store.failingChecks.remove(name);
        // Nobody looks at it any more: nothing is known of it, and that is no recovery.
        for (const name of known.keys()) if (!named.has(name)) store.failingChecks.remove(name);
        store.maintenance.finish(run, request.body);
      });
      if (failing.length + recovered.length > 0) controller.kick();
      logger.info({ run, checks: checks.length, failing: failing.length, recovered: recovered.length }, 'heartbeat');
      return { kept: true as const };
    },
  );
};
