import { runStepApp } from '@auto-ops/workspace';
import manifest from '../package.json' with { type: 'json' };
import { checkStep } from './check/check-step.ts';
import { Config } from './config.ts';
import { fixStep } from './fix/fix-step.ts';

await runStepApp({
  app: 'fixer',
  version: manifest.version,
  Config,
  steps: { fix: fixStep, check: checkStep },
  argv: process.argv.slice(2),
  environment: process.env,
});
