import { openKubernetesReader } from '@auto-ops/evidence';
import type { CommandCall, CommandDefinition } from '../command/command-definition.ts';
import { type DiscoverAnswer, discoverCluster } from '../discover/discover-cluster.ts';
import { finders } from '../discover/finders/registry.ts';
import { readCluster } from '../discover/read-cluster.ts';
import { clusterAccess } from '../live/cluster-access.ts';
import { clusterOptions } from '../live/cluster-options.ts';
import { formatDiscovery } from '../output/format-discovery.ts';
import { formatEnvironment } from '../output/format-environment.ts';
import { formatOverlay } from '../output/format-overlay.ts';

// A person waits for the answer, and can ask again.
const patience = { tries: 3, milliseconds: 20_000, firstPause: 300, longestPause: 2000 };

function formatted(answer: DiscoverAnswer, output: CommandCall['output']): string {
  if (output === 'json') return `${JSON.stringify(answer, null, 2)}\n`;
  if (output === 'yaml') return formatOverlay(answer);
  return output === 'env' ? formatEnvironment(answer) : formatDiscovery(answer);
}

async function run(call: CommandCall): Promise<undefined> {
  const access = clusterAccess(call);
  const reader = await openKubernetesReader(access, new AbortController().signal, patience);
  const cluster = await readCluster(reader, finders, access);
  const answer = discoverCluster(cluster, finders);
  call.print(formatted(answer, call.output));
  // Those two are to be piped into a file, so what else there is to say goes beside them.
  if (call.output === 'yaml' || call.output === 'env') {
    for (const gap of answer.missing) call.note(`${gap.weight}: ${gap.what}. ${gap.next}\n`);
    for (const { what, reason } of answer.unreadable) call.note(`not readable: ${what}: ${reason}\n`);
  }
  return undefined;
}

/** Looks at what a cluster has, proposes settings for it, and says what is missing. */
export const discover: CommandDefinition = {
  path: 'discover',
  summary:
    'Look at what the cluster has, read-only and without Secrets: say what is there and what is missing, and propose the settings.',
  options: clusterOptions,
  outputs: ['text', 'json', 'yaml', 'env'],
  example: 'auto-ops discover --output yaml > k8s/overlays/mine/kustomization.yaml',
  run,
};
