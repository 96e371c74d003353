import { podsOf } from '../pods-of.ts';
import type { Rule } from '../rule.ts';

/** The scheduler has to know what a pod needs, and the node must not die of one. */
export const boundedResources: Rule = {
  title: 'a container asks for CPU and memory, and is bound in memory',
  check: (manifests) =>
    podsOf(manifests)
      .filter(
        ({ container: { resources } }) =>
          !resources?.requests?.cpu || !resources.requests.memory || !resources.limits?.memory,
      )
      .map(({ place }) => place),
};
