import { cpSync, lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { BundleManifest, Evidence } from '@auto-ops/contracts';
import { packBundle, type StepCall, writeBundle } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { findRepository } from '../source/find-repository.ts';

const repositoryLimit = 64 * 1024 * 1024;

/** Packs what the run saw as an evidence bundle, `report/bundle.tar.gz`; the repository comes along as a plain tree where it is not too large. */
export async function writeRunBundle(
  call: StepCall<Config>,
  manifest: BundleManifest,
  evidence: readonly Evidence[],
): Promise<string> {
  const folder = call.workspace.path(`${call.folder}/${call.incident.id}`);
  const archive = call.workspace.path(`${call.folder}/bundle.tar.gz`);
  try {
    writeBundle(folder, manifest, evidence);
    const repository = findRepository(call.workspace);
    if (repository !== undefined && treeSize(repository) <= repositoryLimit) {
      cpSync(repository, join(folder, 'repository'), { recursive: true, filter: isPlain });
    }
    await packBundle(folder, archive);
    return archive;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Neither links, which may lead anywhere, nor git's own files. */
function isPlain(path: string): boolean {
  return !lstatSync(path).isSymbolicLink() && !/(^|\/)\.git$/.test(path);
}

function treeSize(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/(^|\/)\.git(\/|$)/.test(entry.parentPath))
    .reduce((sum, entry) => sum + lstatSync(join(entry.parentPath, entry.name)).size, 0);
}
