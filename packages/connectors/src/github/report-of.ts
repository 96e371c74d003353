import { type Cryptography, canonicalJson, type Signal } from '@auto-ops/contracts';
import type { Delivery } from '../delivery.ts';
import type { Issue } from './issue.ts';
import type { Repository } from './repository.ts';

const longestQuestion = 4000;

/** An issue as a person's report: what it says is the question, where it is makes it this very report. */
export function reportOf(
  repository: Repository,
  issue: Issue,
  requester: string,
  delivery: Delivery,
  cryptography: Cryptography,
): Signal {
  const text = [issue.title, issue.body ?? ''].join('\n\n').trim();
  return {
    schemaVersion: 1,
    id: delivery.id,
    source: 'github',
    receivedAt: delivery.receivedAt,
    kind: 'report',
    fingerprint: cryptography.sha256(canonicalJson({ repository: repository.id, issue: issue.number })),
    alerts: [],
    question: text.slice(0, longestQuestion),
    requester,
  };
}
