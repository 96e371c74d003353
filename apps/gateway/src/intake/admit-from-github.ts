import type { Origin } from '@auto-ops/connectors';
import type { Signal } from '@auto-ops/contracts';
import type { Admission } from './admission.ts';
import { admitSignal } from './admit-signal.ts';
import type { IntakeParts } from './intake-parts.ts';

/** The name under which somebody of GitHub is known here; no person of the directory can be called `github:…`. */
function nameOf({ github }: IntakeParts, login: string): string {
  return github.personOf(login)?.name ?? `github:${login}`;
}

/**
 * Admits what a repository told: within its namespaces, in the name of who asked, and remembering the issue, so that a comment finds its
 * incident. An issue has one open incident at a time. Call it inside one transaction.
 */
export function admitFromGitHub(
  parts: IntakeParts,
  told: Signal,
  origin: Origin,
  askers: readonly string[],
): Admission {
  const { store, library, cluster } = parts;
  const namespaces = parts.github.namespacesOf(origin.repository) ?? [];
  const signal: Signal = {
    ...told,
    ...(namespaces.length > 0 && { scope: { namespaces: [...namespaces] } }),
    ...(told.requester !== undefined && { requester: nameOf(parts, told.requester) }),
  };
  if (origin.number === undefined) return admitSignal(store, library, cluster, signal);
  const known = store.origins.incidentOf(origin.repositoryId, origin.number);
  if (known !== undefined && store.incidents.get(known).state !== 'ended')
    return { state: 'grouped', incident: known, reason: `the issue belongs to ${known}` };
  const admission = admitSignal(store, library, cluster, signal);
  if (admission.state === 'started' && admission.incident !== undefined) {
    store.origins.put({
      incident: admission.incident,
      repository: origin.repositoryId,
      number: origin.number,
      askers: askers.map((login) => nameOf(parts, login)),
    });
  }
  return admission;
}
