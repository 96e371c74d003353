import { createRunApi, type Environment, readConfiguration, requireNode } from '@auto-ops/runtime';
import { IntakeConfig } from './intake-config.ts';
import { readIds } from './read-ids.ts';

/** `intake`: hands the ids of an event of GitHub to the gateway, and returns the line for standard output. */
export async function runIntake(argv: readonly string[], environment: Environment): Promise<string> {
  requireNode();
  const ids = readIds(argv);
  const config = readConfiguration(IntakeConfig, environment);
  const runApi = createRunApi({
    address: config.runApi,
    insecure: config.runApiInsecure,
    token: config.runApiToken,
  });
  await runApi.handIntake(config.run, ids);
  return `${JSON.stringify({ verdict: 'taken' })}\n`;
}
