import { basename } from 'node:path';
import { AutoOpsError, type Coverage, type Evidence } from '@auto-ops/contracts';
import { objectEvidence } from '../../objects/object-evidence.ts';
import type { Collected, CollectRequest, Specialist } from '../../specialist.ts';
import { readManifests } from './read-manifests.ts';

/** What a changed copy of the repository declares, as objects: what it would deploy, not what runs. */
export const specialist: Specialist = {
  name: 'rendered',
  zone: 'source',
  isRoutine: false,
  kinds: ['Deployment'],
  rights: [],
  collect,
};

async function collect(request: CollectRequest): Promise<Collected> {
  const { repository } = request;
  if (repository === undefined) throw new AutoOpsError('REPOSITORY_UNUSABLE', 'there is no changed copy to read');
  const recorded = await request.readRecorded();
  const capturedAt = recorded?.manifest.capturedAt ?? request.capturedAt;
  const namespaces = request.scope.namespaces ?? [];
  const { declared, problems } = readManifests(repository, namespaces.length === 1 ? namespaces[0] : undefined);
  const cluster = recorded?.manifest.cluster ?? request.incident.cluster;
  const evidence = declared.map(({ object, file }) =>
    objectEvidence(object, {
      ...request,
      capturedAt,
      cluster,
      source: `${basename(repository)}/${file}`,
      keepValues: true,
    }),
  );
  return { evidence: numbered(evidence), coverage: [...coverageOf(declared), ...problems], capturedAt };
}

/** Everything of a kind that the repository declares in a namespace is there; other kinds it says nothing about. */
function coverageOf(declared: ReturnType<typeof readManifests>['declared']): Coverage[] {
  const places = new Map<string, Coverage>();
  for (const { object } of declared) {
    const { namespace } = object.metadata;
    places.set(`${object.kind}/${namespace ?? ''}`, {
      kind: object.kind,
      ...(namespace === undefined ? {} : { namespace }),
      complete: true,
    });
  }
  return [...places.values()];
}

/** Overlays declare the same object again. */
function numbered(evidence: readonly Evidence[]): Evidence[] {
  const counts = new Map<string, number>();
  return evidence.map((item) => {
    const count = (counts.get(item.id) ?? 0) + 1;
    counts.set(item.id, count);
    return count === 1 ? item : { ...item, id: `${item.id}~${count}` };
  });
}
