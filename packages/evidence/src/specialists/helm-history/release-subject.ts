import type { Subject } from '@auto-ops/contracts';
import type { ReleaseRevision } from './release-revision.ts';

/** The subject of everything about a release. */
export function releaseSubject({ namespace, name }: ReleaseRevision, cluster: string | undefined): Subject {
  return { ...(cluster === undefined ? {} : { cluster }), apiVersion: 'helm.sh/v3', kind: 'Release', namespace, name };
}
