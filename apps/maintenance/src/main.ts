import manifest from '../package.json' with { type: 'json' };
import { runMaintenance } from './command/run-maintenance.ts';
import { jobs } from './jobs/registry.ts';

await runMaintenance({
  version: manifest.version,
  jobs,
  argv: process.argv.slice(2),
  environment: process.env,
});
