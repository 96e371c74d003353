import { runStepApp } from '@auto-ops/workspace';
import manifest from '../package.json' with { type: 'json' };
import { collectStep } from './collect-step.ts';
import { Config } from './config.ts';
import { observeStep } from './observe-step.ts';

await runStepApp({
  app: 'collector',
  version: manifest.version,
  Config,
  steps: { collect: collectStep, observe: observeStep },
  argv: process.argv.slice(2),
  environment: process.env,
});
