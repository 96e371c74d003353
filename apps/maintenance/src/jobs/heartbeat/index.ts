import { type HealthCheck, HealthReport } from '@auto-ops/contracts';
import type { Job } from '../../job.ts';
import { lookAt } from './look-at.ts';
import { parseEndpoints } from './parse-endpoints.ts';
import { ping } from './ping.ts';

const width = 8;

/** Looks at the configured endpoints, reports to the gateway, and only then tells the watcher outside: its silence means any of the three is down. */
export const job: Job = {
  name: 'heartbeat',
  summary: 'Looks at the configured endpoints, reports to the gateway, then tells the watcher outside.',
  async run({ task, api, config, workspace, folder, logger, signal }) {
    const queue = [...parseEndpoints(config.checks).entries()];
    const checks: HealthCheck[] = [];
    const work = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [index, endpoint] = next;
        checks[index] = await lookAt(endpoint, signal);
      }
    };
    await Promise.all(Array.from({ length: width }, work));
    const report: HealthReport = { schemaVersion: 1, at: new Date().toISOString(), checks };
    workspace.write(HealthReport, `${folder}/health.json`, report);
    await api.handHealth(task.run, report);
    if (config.heartbeatUrl !== undefined) await ping(config.heartbeatUrl, signal, logger);
    return { verdict: checks.every(({ ok }) => ok) ? 'ok' : 'failing' };
  },
};
