import { connectors, type Meaning } from '@auto-ops/connectors';
import { AutoOpsError, GitHubIds, Signal } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import type { PendingEntry } from '../store/journal.ts';

/** What an accepted delivery means; throws where it cannot be read. */
export function meaningOf(entry: PendingEntry, label: string): Meaning {
  const { id, receivedAt } = entry;
  const body: unknown = JSON.parse(entry.body);
  if (entry.connector === 'rest' || entry.connector === 'health-check')
    return { kind: 'signal', signal: Signal.parse(body) };
  const isIds = entry.connector === 'github-ids';
  const name = isIds ? 'github' : entry.connector;
  const connector = connectors.find((candidate) => candidate.name === name);
  if (connector === undefined) throw new AutoOpsError('DEFECT', `there is no connector ${name}`);
  const event = isIds ? GitHubIds.parse(body).event : (entry.event ?? undefined);
  const told: unknown = isIds ? JSON.parse(entry.fetched ?? 'null') : body;
  return connector.interpret(
    connector.Body.parse(told),
    { id, receivedAt, event },
    { cryptography: nodeCryptography, label },
  );
}
