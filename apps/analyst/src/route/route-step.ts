import { Route } from '@auto-ops/contracts';
import type { StepProgram } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { chooseRoute } from './choose-route.ts';

/** Incident → Route: which specialists look, at what. */
export const routeStep: StepProgram<Config> = {
  run({ folder, workspace, incident, config, logger }) {
    const route = chooseRoute({
      incident,
      hasRecordedRepository: workspace.exists('incident/bundle/repository'),
      hasRepository: config.repository !== undefined,
    });
    workspace.write(Route, `${folder}/route.json`, route);
    logger.info({ specialists: route.specialists, targets: route.targets.length }, 'route chosen');
    return Promise.resolve({ verdict: 'routed', ...emptyZones, ...route.specialists });
  },
};

/** Every zone has a list, so that the fan-out of a zone without a specialist is empty rather than undefined. */
const emptyZones = { cluster: [], telemetry: [], source: [], host: [], tools: [], context: [] };
