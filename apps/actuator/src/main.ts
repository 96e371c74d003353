import { runStepApp } from '@auto-ops/workspace';
import manifest from '../package.json' with { type: 'json' };
import { applyStep } from './apply/apply-step.ts';
import { Config } from './config.ts';
import { createSurroundings } from './create-surroundings.ts';
import { decideStep } from './decide/decide-step.ts';
import { proposeStep } from './propose/propose-step.ts';
import { rehearseStep } from './rehearse/rehearse-step.ts';
import { reportStep } from './report/report-step.ts';
import { undoStep } from './undo/undo-step.ts';
import { verifyStep } from './verify/verify-step.ts';

const surroundings = createSurroundings();

await runStepApp({
  app: 'actuator',
  version: manifest.version,
  Config,
  steps: {
    rehearse: rehearseStep(surroundings),
    propose: proposeStep(surroundings),
    decide: decideStep(surroundings),
    apply: applyStep(surroundings),
    verify: verifyStep(surroundings),
    undo: undoStep(surroundings),
    report: reportStep(surroundings),
  },
  argv: process.argv.slice(2),
  environment: process.env,
});
