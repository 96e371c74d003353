import { Collection, type Coverage } from '@auto-ops/contracts';
import type { Workspace } from '@auto-ops/workspace';

/**
 * Why the fresh look is not as good as the first one was; none where it is. What could not be read the first time either is no
 * reason: the comparison rests on what both saw.
 */
export function observationProblems(workspace: Workspace): string[] {
  const before = collections(workspace, roundsOf(workspace)).filter((one) => one.zone === 'cluster');
  const after = collections(workspace, ['observe']).filter((one) => one.zone === 'cluster');
  if (after.length === 0) return ['No specialist of the cluster zone looked again.'];
  const failures = after.flatMap((one) => (one.error === undefined ? [] : [`${one.specialist}: ${one.error.message}`]));
  const seen = new Set(after.map((one) => one.specialist));
  const absent = new Set(before.map((one) => one.specialist).filter((name) => !seen.has(name)));
  const covered = new Set(complete(after).map(keyOf));
  const lost = new Set(
    complete(before)
      .map(keyOf)
      .filter((key) => !covered.has(key)),
  );
  return [
    ...failures,
    ...[...absent].map((name) => `${name} did not look again.`),
    ...(lost.size === 0 ? [] : [`Read completely before and not now: ${[...lost].join(', ')}.`]),
  ];
}

function roundsOf(workspace: Workspace): string[] {
  return workspace.list('collect').map((round) => `collect/${round}`);
}

function collections(workspace: Workspace, folders: readonly string[]): Collection[] {
  return folders.flatMap((folder) =>
    workspace
      .list(folder)
      .flatMap((name) => workspace.readIfPresent(Collection, `${folder}/${name}/coverage.json`) ?? []),
  );
}

function complete(all: readonly Collection[]): Coverage[] {
  return all.flatMap((one) => (one.error === undefined ? one.coverage : [])).filter((coverage) => coverage.complete);
}

function keyOf(coverage: Coverage): string {
  return coverage.namespace === undefined ? coverage.kind : `${coverage.kind} in ${coverage.namespace}`;
}
