import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import { readCollections, writeBundle } from '@auto-ops/workspace';
import type { CommandCall, CommandDefinition } from '../command/command-definition.ts';
import { diagnoseLive } from '../live/diagnose-live.ts';
import { liveIncident } from '../live/live-incident.ts';
import { liveOptions } from '../live/live-options.ts';
import { questionArgument } from '../live/question-argument.ts';

async function run(call: CommandCall): Promise<undefined> {
  const [folder, question] = call.words;
  if (folder === undefined) throw new AutoOpsError('USAGE_INVALID', 'name the folder to write');
  if (existsSync(resolve(folder, 'bundle.json'))) {
    throw new AutoOpsError('USAGE_INVALID', `${folder} holds a bundle already`, {
      hint: 'Name another folder, or remove it first.',
    });
  }
  const incident = liveIncident(call, question, new Date());
  await diagnoseLive(call, incident, async (analysis, workspace) => {
    const bundle = await readCollections(workspace, 'collect');
    await writeBundle(resolve(folder), bundle.manifest, bundle.evidence);
    if (call.output === 'json')
      call.print(
        `${JSON.stringify({ bundle: resolve(folder), items: bundle.evidence.length, verdict: analysis.verdict }, null, 2)}\n`,
      );
    else
      call.print(
        `${bundle.evidence.length} items in ${folder}; verdict ${analysis.verdict}. Replay it with: auto-ops replay ${folder}\n`,
      );
  });
  return undefined;
}

/** Writes what an investigation sees as a bundle. */
export const record: CommandDefinition = {
  path: 'record',
  summary: 'Write what an investigation of the cluster sees as an evidence bundle, redacted, to replay anywhere.',
  arguments: [{ name: 'folder', summary: 'The folder to write.', required: true }, questionArgument],
  options: liveOptions,
  outputs: ['text', 'json'],
  example: 'auto-ops record ./cart-bundle --target deployment/cart -n shop',
  run,
};
