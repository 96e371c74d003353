import { BundleManifest, Collection, type Coverage, type Evidence, Incident } from '@auto-ops/contracts';
import type { Workspace } from '../workspace.ts';
import type { Bundle } from './bundle.ts';
import { bundleLimits } from './bundle-limits.ts';
import { parseEvidence } from './parse-evidence.ts';

/**
 * Everything the collectors of a run wrote, as one bundle: all rounds and specialists of `collect`, or the specialists of `observe`.
 * An id that comes again in a later round with other content gets the suffix `~2`, `~3` …; the same content comes once. In a replay the
 * manifest is the recorded one, so that "now" stays when it was recorded.
 */
export function readCollections(
  workspace: Workspace,
  which: 'collect' | 'observe',
): Pick<Bundle, 'manifest' | 'evidence'> {
  const folders = which === 'collect' ? collectFolders(workspace) : specialistFolders(workspace, 'observe');
  const collections = folders.map((folder) => workspace.read(Collection, `${folder}/coverage.json`));
  const evidence = merged(folders.map((folder) => readEvidence(workspace, folder)));
  return { manifest: manifestOf(workspace, collections), evidence };
}

function collectFolders(workspace: Workspace): string[] {
  const rounds = workspace.list('collect').filter((name) => /^[1-9][0-9]*$/.test(name));
  const inOrder = rounds.toSorted((left, right) => Number(left) - Number(right));
  return inOrder.flatMap((round) => specialistFolders(workspace, `collect/${round}`));
}

/** A specialist that is still at work has no coverage yet. */
function specialistFolders(workspace: Workspace, parent: string): string[] {
  return workspace
    .list(parent)
    .map((name) => `${parent}/${name}`)
    .filter((folder) => workspace.exists(`${folder}/coverage.json`));
}

function readEvidence(workspace: Workspace, folder: string): Evidence[] {
  const text = workspace.readText(`${folder}/evidence.ndjson`, bundleLimits.evidenceBytes);
  return parseEvidence(text, `${folder}/evidence.ndjson`, (blob) => {
    const path = `${folder}/${blob}`;
    return workspace.exists(path) ? workspace.readText(path, bundleLimits.blobBytes) : undefined;
  });
}

function merged(parts: readonly (readonly Evidence[])[]): Evidence[] {
  const taken = new Map<string, string>();
  const all: Evidence[] = [];
  for (const item of parts.flat()) {
    const text = JSON.stringify(item.body);
    let id = item.id;
    for (let count = 2; taken.has(id) && taken.get(id) !== text; count++) id = `${item.id}~${count}`;
    if (taken.has(id)) continue;
    taken.set(id, text);
    all.push(id === item.id ? item : { ...item, id });
  }
  return all;
}

function manifestOf(workspace: Workspace, collections: readonly Collection[]): BundleManifest {
  const incident = workspace.read(Incident, 'incident/incident.json');
  const recorded = workspace.readIfPresent(BundleManifest, 'incident/bundle/bundle.json');
  const coverage = bestOf(collections.flatMap((collection) => collection.coverage));
  if (incident.mode === 'replay' && recorded !== undefined) return { ...recorded, coverage };
  const capturedAt = collections.reduce(
    (latest, collection) => (Date.parse(collection.capturedAt) > Date.parse(latest) ? collection.capturedAt : latest),
    incident.createdAt,
  );
  return {
    version: 1,
    name: incident.id,
    capturedAt,
    // What is observed is observed since the change, and says nothing of before it.
    window: { from: collections[0]?.window.from ?? incident.window.from, to: capturedAt },
    ...(incident.cluster === undefined ? {} : { cluster: incident.cluster }),
    alerts: incident.alerts,
    ...(incident.question === undefined ? {} : { question: incident.question }),
    ...(incident.scope === undefined ? {} : { scope: incident.scope }),
    coverage,
  };
}

/** One entry for each kind and namespace; a look that was complete counts, whichever round it was in. */
function bestOf(entries: readonly Coverage[]): Coverage[] {
  const best = new Map<string, Coverage>();
  for (const entry of entries) {
    const key = `${entry.kind}/${entry.namespace ?? ''}`;
    if (best.get(key)?.complete !== true) best.set(key, entry);
  }
  return [...best.values()];
}
