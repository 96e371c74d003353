import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { AutoOpsError } from '@auto-ops/contracts';
import type { CommandCall, CommandDefinition } from '../command/command-definition.ts';
import { createGatewayClient, type GatewayClient } from '../gateway/gateway-client.ts';
import type { IncidentSummary } from '../gateway/incident-view.ts';
import { installFolder } from '../serve/install-folder.ts';
import { localSecrets } from '../serve/local-secrets.ts';
import { playSample } from '../serve/play-sample.ts';
import { startGatewayProcess } from '../serve/start-gateway-process.ts';

/** Read by this command alone; the gateway refuses what it does not know. */
const ownVariables = [
  'AUTO_OPS_URL',
  'AUTO_OPS_TOKEN',
  'AUTO_OPS_TOKEN_FILE',
  'AUTO_OPS_MODEL_URL',
  'AUTO_OPS_MODEL_KEY',
  'AUTO_OPS_MODEL_KEY_FILE',
];

function gatewayEnvironment(call: CommandCall, settings: Record<string, string>): Record<string, string> {
  const inherited = Object.entries(call.environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !ownVariables.includes(entry[0]),
  );
  return { ...settings, ...Object.fromEntries(inherited), AUTO_OPS_DATA: settings.AUTO_OPS_DATA ?? '' };
}

async function isFirstStart(client: GatewayClient): Promise<boolean> {
  const { incidents } = await client.get<{ incidents: IncidentSummary[] }>('/api/v1/incidents?limit=1');
  return incidents.length === 0;
}

async function run(call: CommandCall): Promise<number> {
  const once = call.options.once === true;
  const withSample = call.options.sample === true || once;
  const listen =
    typeof call.options.listen === 'string'
      ? call.options.listen
      : (call.environment.AUTO_OPS_LISTEN ?? '127.0.0.1:8080');
  const url = `http://${listen}`;
  if (!URL.canParse(url)) throw new AutoOpsError('USAGE_INVALID', `--listen ${listen}: expected host:port`);
  // The sample that ends by itself starts from nothing each time and leaves nothing.
  const temporary = once && call.environment.AUTO_OPS_DATA === undefined;
  const data = temporary ? mkdtempSync(join(tmpdir(), 'auto-ops-')) : resolve(call.config.data);
  const root = installFolder();
  const sample = join(root, 'apps', 'cli', 'sample');
  const secrets = localSecrets(data, once);
  const log = join(data, 'gateway.log');
  const environment = gatewayEnvironment(call, {
    AUTO_OPS_DATA: data,
    AUTO_OPS_LISTEN: listen,
    AUTO_OPS_TEMPLATE: join(root, 'argo', 'templates', 'incident.yaml'),
    AUTO_OPS_PROGRAMS: join(root, 'dist'),
    ...(call.environment.AUTO_OPS_TOKENS === undefined ? { AUTO_OPS_TOKENS_FILE: secrets.tokensFile } : {}),
    ...(call.environment.AUTO_OPS_HOOK_TOKENS === undefined
      ? { AUTO_OPS_HOOK_TOKENS_FILE: secrets.hookTokensFile }
      : {}),
    ...(withSample ? { AUTO_OPS_BUNDLES: join(sample, 'bundles') } : {}),
  });
  const gateway = await startGatewayProcess({
    program: join(environment.AUTO_OPS_PROGRAMS ?? '', 'gateway.mjs'),
    environment,
    url,
    logFile: withSample ? log : undefined,
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => gateway.child.kill('SIGTERM'));
  const client = createGatewayClient({ ...call.config, data, url });
  call.note(`auto-ops serves on ${url}${withSample ? ` (log: ${log})` : ''}\n`);
  try {
    if (withSample && (await isFirstStart(client))) {
      const ending = await playSample(call, { client, folder: sample, secrets, once });
      if (once) return ending === 'recovered' ? 0 : 1;
    }
    const isOwnToken = environment.AUTO_OPS_HOOK_TOKENS_FILE === secrets.hookTokensFile;
    const token = isOwnToken ? `in ${secrets.hookTokensFile}` : 'of AUTO_OPS_HOOK_TOKENS';
    call.note(`\nServing. Alerts go to ${url}/hooks/alertmanager with the token ${token}. Stop with Ctrl-C.\n`);
    return await gateway.ended;
  } catch (error) {
    // Stopped by the person while the sample was shown.
    if (gateway.child.exitCode !== null || gateway.child.killed) return 0;
    throw error;
  } finally {
    await gateway.stop();
    if (temporary) rmSync(data, { recursive: true, force: true });
  }
}

/** Starts the service on this machine. */
export const serve: CommandDefinition = {
  path: 'serve',
  summary: 'Start the service on this machine: gateway and embedded engine in one place.',
  options: [
    { flags: '--sample', summary: 'On the first start, play a recorded incident up to its approval.' },
    { flags: '--once', summary: 'Play the sample to its end with an automatic approval, print its report, stop.' },
    { flags: '--listen <address>', summary: 'Address and port (AUTO_OPS_LISTEN), 127.0.0.1:8080 where absent.' },
  ],
  outputs: ['text'],
  example: 'auto-ops serve --sample',
  run,
};
