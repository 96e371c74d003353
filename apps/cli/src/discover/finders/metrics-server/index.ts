import { z } from 'zod';
import type { Discovery } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';

const ApiService = z.looseObject({
  metadata: z.looseObject({ name: z.string() }),
  spec: z
    .looseObject({ service: z.looseObject({ namespace: z.string(), name: z.string() }).nullish().catch(undefined) })
    .catch({ service: undefined }),
  status: z
    .looseObject({
      conditions: z.array(z.looseObject({ type: z.string(), status: z.string() })).catch([]),
    })
    .catch({ conditions: [] }),
});

/** The API of CPU and memory in use. */
export const finder: Finder = {
  name: 'metrics-server',
  title: 'Resource metrics',
  reads: [kinds.apiServices],
  find(cluster): Discovery {
    const service = cluster
      .list(kinds.apiServices)
      .map((object) => ApiService.parse(object))
      .find(({ metadata }) => metadata.name.endsWith('.metrics.k8s.io') && /^v\d/.test(metadata.name));
    if (service === undefined) return { found: [] };
    const isUp = service.status.conditions.some(({ type, status }) => type === 'Available' && status === 'True');
    return {
      found: [
        {
          what: 'Resource metrics',
          ...(service.spec.service
            ? { kind: 'Service', namespace: service.spec.service.namespace, name: service.spec.service.name }
            : {}),
          version: service.metadata.name.split('.')[0] ?? '',
          by: 'api',
          use: 'not used yet',
          detail: isUp ? 'kubectl top answers' : 'does not answer at the moment',
        },
      ],
    };
  },
};
