import { deliveryId } from '@auto-ops/connectors';
import { canonicalJson, type GitHubIds } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import type { GatewayParts } from '../app/gateway-parts.ts';

/** Keeps the ids of an event of GitHub; the rest is read later. Whatever else brings the same delivery is a repeat. */
export async function journalIntake(
  { store, controller, now }: Pick<GatewayParts, 'store' | 'controller' | 'now'>,
  ids: GitHubIds,
): Promise<'new' | 'repeat'> {
  const result = await store.journal.accept({
    id: deliveryId(ids.delivery, nodeCryptography),
    connector: 'github-ids',
    receivedAt: now(),
    body: canonicalJson(ids),
    event: ids.event,
  });
  controller.kick();
  return result;
}
