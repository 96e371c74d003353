import { podsOf } from '../pods-of.ts';
import type { Rule } from '../rule.ts';

/** Where a command is missing, Argo asks a registry for the image's own. */
export const explicitCommands: Rule = {
  title: 'a container names its command',
  check: (manifests) =>
    podsOf(manifests)
      .filter(({ container }) => !(container.command?.length > 0))
      .map(({ place }) => place),
};
