import { canonicalJson, type Evidence, type JsonValue } from '@auto-ops/contracts';
import type { CollectRequest } from '../../specialist.ts';
import { deployedAt } from './deployed-at.ts';
import type { ReleaseRevision } from './release-revision.ts';
import { releaseSubject } from './release-subject.ts';

/**
 * One revision as a partial `Release`, observed when it was deployed. Of its values there is a hash, taken after redaction, so that it
 * tells "the same" from "another" and gives no password to guess at.
 */
export function revisionEvidence(revision: ReleaseRevision, request: CollectRequest): Evidence {
  const { name, namespace, version, info, chart, config } = revision;
  const { redactor, cryptography, incident, capturedAt } = request;
  const at = deployedAt(revision) ?? capturedAt;
  const values = redactor.object(config ?? {}) as JsonValue;
  return {
    id: `release/${namespace}/${name}/v${version}`,
    kind: 'object',
    source: 'records of Helm',
    observedAt: at,
    subject: releaseSubject(revision, incident.cluster),
    body: {
      object: {
        apiVersion: 'helm.sh/v3',
        kind: 'Release',
        metadata: { name, namespace },
        name,
        namespace,
        version,
        info: {
          status: redactor.text(info.status),
          description: redactor.text(info.description).slice(0, 500),
          last_deployed: at,
        },
        chart: { metadata: redactor.object(chart.metadata) },
        values: `sha256:${cryptography.sha256(canonicalJson(values))}`,
      },
    },
  };
}
