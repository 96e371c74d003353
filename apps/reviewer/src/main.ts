import { runStepApp } from '@auto-ops/workspace';
import manifest from '../package.json' with { type: 'json' };
import { Config } from './config.ts';
import { reviewStep } from './review/review-step.ts';

await runStepApp({
  app: 'reviewer',
  version: manifest.version,
  Config,
  steps: { review: reviewStep },
  argv: process.argv.slice(2),
  environment: process.env,
});
