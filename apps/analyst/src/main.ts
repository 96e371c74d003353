import { runStepApp } from '@auto-ops/workspace';
import manifest from '../package.json' with { type: 'json' };
import { analyseStep } from './analyse/analyse-step.ts';
import { Config } from './config.ts';
import { routeStep } from './route/route-step.ts';

await runStepApp({
  app: 'analyst',
  version: manifest.version,
  Config,
  steps: { route: routeStep, analyse: analyseStep },
  argv: process.argv.slice(2),
  environment: process.env,
});
