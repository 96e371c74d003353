import { z } from 'zod';
import type { Discovery } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';
import { findWorkloads } from '../../recognise/find-workloads.ts';
import { foundWorkload } from '../../recognise/found-workload.ts';
import { workloadKinds } from '../../recognise/workload-kinds.ts';

const controllers = [
  { title: 'ingress-nginx', image: /(^|\/)ingress-nginx\/controller$|(^|\/)nginx-ingress(-controller)?$/ },
  { title: 'Traefik', image: /(^|\/)traefik$/ },
  { title: 'HAProxy ingress', image: /(^|\/)(haproxy-ingress|kubernetes-ingress)$/ },
  { title: 'Contour', image: /(^|\/)contour$/ },
  { title: 'Kong', image: /(^|\/)kong\/kubernetes-ingress-controller$/ },
  { title: 'Envoy Gateway', image: /(^|\/)envoyproxy\/gateway$/ },
  { title: 'Istio', image: /(^|\/)istio\/pilot$/ },
];
const Class = z.looseObject({
  spec: z
    .looseObject({ controller: z.string().optional(), controllerName: z.string().optional() })
    .catch({ controller: undefined, controllerName: undefined }),
});

/** What lets the world in: controllers by image, and the classes that Ingresses and Gateways can name. */
export const finder: Finder = {
  name: 'ingress',
  title: 'Ingress',
  reads: [...workloadKinds, kinds.ingressClasses, kinds.gatewayClasses],
  find(cluster): Discovery {
    const running = controllers.flatMap(({ title, image }) =>
      findWorkloads(cluster, { image }).map((match) =>
        foundWorkload(match, title, 'not used yet', 'the base opens the gateway to nobody outside'),
      ),
    );
    const classes = [...cluster.list(kinds.ingressClasses), ...cluster.list(kinds.gatewayClasses)].map((object) => {
      const { spec } = Class.parse(object);
      return {
        what: object.kind,
        kind: object.kind,
        name: object.metadata.name,
        by: 'object' as const,
        use: 'not used yet' as const,
        detail: spec.controller ?? spec.controllerName ?? 'of no known controller',
      };
    });
    return { found: [...running, ...classes] };
  },
};
