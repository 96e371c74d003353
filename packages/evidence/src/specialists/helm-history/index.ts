import type { Coverage } from '@auto-ops/contracts';
import type { Collected, CollectRequest, Specialist } from '../../specialist.ts';
import { changeEvidence } from './change-evidence.ts';
import { listRevisions, type Revisions } from './list-revisions.ts';
import { revisionEvidence } from './revision-evidence.ts';

const mostNamespaces = 5;

/**
 * The history of Helm releases, out of the Secrets in which Helm keeps it: revisions, charts, statuses, and what each revision changed.
 * Who may list those Secrets may list all of the namespace, so it has a zone of its own, which only an overlay brings.
 */
export const specialist: Specialist = {
  name: 'helm-history',
  zone: 'releases',
  isRoutine: false,
  kinds: ['Release'],
  rights: [{ group: '', resources: ['secrets'], verbs: ['list'] }],
  collect,
};

async function collect(request: CollectRequest): Promise<Collected> {
  const namespaces = namespacesOf(request);
  if (namespaces.length === 0) {
    const error = 'the incident names no namespace, and the records of Helm are read in named ones only';
    return { evidence: [], coverage: [{ kind: 'Release', complete: false, error }] };
  }
  const reader = await request.openCluster();
  const looks = await Promise.all(
    namespaces.map(async (namespace) => ({ namespace, found: await listRevisions(reader, namespace) })),
  );
  return {
    evidence: looks.flatMap(({ found }) => evidenceOf(found, request)),
    coverage: looks.map(({ namespace, found }) => coverageOf(namespace, found)),
  };
}

function namespacesOf({ scope, targets }: CollectRequest): string[] {
  const ofTargets = targets.map((target) => (target.kind === 'Namespace' ? target.name : target.namespace));
  const named = [...ofTargets, ...(scope.namespaces ?? [])].filter((name) => name !== undefined);
  return [...new Set(named)].slice(0, mostNamespaces);
}

function evidenceOf({ releases }: Revisions, request: CollectRequest): Collected['evidence'] {
  return releases.flatMap((revisions) => {
    const changes = revisions.slice(1).map((after, index) => {
      const before = revisions[index];
      return before === undefined ? undefined : changeEvidence(before, after, request);
    });
    return [
      ...revisions.map((revision) => revisionEvidence(revision, request)),
      ...changes.filter((change) => change !== undefined),
    ];
  });
}

function coverageOf(namespace: string, { problem }: Revisions): Coverage {
  return {
    kind: 'Release',
    namespace,
    complete: problem === undefined,
    ...(problem === undefined ? {} : { error: problem }),
  };
}
