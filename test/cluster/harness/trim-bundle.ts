import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Item {
  kind: string;
  subject?: { kind: string; namespace?: string; name: string };
  body?: { object?: KnownObject };
}
interface KnownObject {
  kind: string;
  metadata: { name: string; creationTimestamp?: string };
  webhooks?: { clientConfig?: { service?: { namespace?: string } } }[];
  [field: string]: unknown;
}

/**
 * Leaves in a recorded bundle what belongs to the scenario: its namespace and the cluster's own objects, as if nothing else ran on
 * the cluster. Events of nodes stay when they are newer than `since`. The bundle gets the scenario's name.
 */
export function trimBundle(folder: string, name: string, namespace: string, since: Date): void {
  const file = join(folder, 'evidence.ndjson');
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  const kept = lines.filter((line) => belongs(JSON.parse(line) as Item, namespace, since));
  writeFileSync(file, `${kept.join('\n')}\n`);

  const manifestFile = join(folder, 'bundle.json');
  const manifest = JSON.parse(readFileSync(manifestFile, 'utf8'));
  manifest.name = name;
  manifest.coverage = manifest.coverage?.filter(
    (entry: { namespace?: string }) => entry.namespace === undefined || entry.namespace === namespace,
  );
  writeFileSync(manifestFile, `${JSON.stringify(manifest, null, 1)}\n`);
}

function belongs(item: Item, namespace: string, since: Date): boolean {
  const object = item.body?.object;
  const own = item.subject?.namespace;
  if (own !== undefined) {
    if (own === namespace) return true;
    const involved = object?.involvedObject as { kind?: string } | undefined;
    const at = String(object?.lastTimestamp ?? object?.metadata.creationTimestamp ?? '');
    return object?.kind === 'Event' && involved?.kind === 'Node' && new Date(at) >= since;
  }
  // Of the API server's own groups each is the same line again: only what another server answers can fail.
  if (object?.kind === 'APIService') return readService(object) !== undefined;
  if (object?.kind === 'Namespace') return object.metadata.name === namespace;
  const services = object?.webhooks?.map((hook) => hook.clientConfig?.service?.namespace) ?? [];
  return services.every((one) => one === undefined || one === namespace);
}

function readService(object: KnownObject): unknown {
  return (object.spec as { service?: unknown } | undefined)?.service ?? undefined;
}
