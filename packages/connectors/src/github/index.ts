import { AutoOpsError, GitHubIds } from '@auto-ops/contracts';
import type { Connector } from '../connector.ts';
import { deliveryId } from './delivery-id.ts';
import { interpret } from './interpret.ts';
import { GitHubBody } from './schema.ts';

export const connector: Connector<typeof GitHubBody> = {
  name: 'github',
  title: 'GitHub',
  hook: 'github',
  authentication: 'github-signature',
  Body: GitHubBody,
  delivery(headers, _, cryptography) {
    const id = GitHubIds.shape.delivery.safeParse(headers['x-github-delivery']);
    const event = headers['x-github-event'];
    if (!id.success || typeof event !== 'string' || !/^[a-z_]{1,60}$/.test(event))
      throw new AutoOpsError(
        'REQUEST_INVALID',
        'X-GitHub-Delivery or X-GitHub-Event is missing or not as GitHub writes it',
        {
          hint: 'Send the headers of the delivery with its body.',
        },
      );
    return { id: deliveryId(id.data, cryptography), event };
  },
  interpret,
};
