import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `network`. */
export const networkCauses = [
  {
    code: 'network-policy-blocks-traffic',
    category: 'network',
    title: 'Network policy cuts an edge',
    meaning: 'A NetworkPolicy forbids traffic that the application is known to need.',
    subject: 'the NetworkPolicy',
    proves:
      'A known edge (from calls, logs or configuration) that the policies of its ends do not allow, with time-outs at the caller.',
    rulesOut: 'The edge works, or it is meant to be closed.',
  },
  {
    code: 'network-policy-blocks-dns',
    category: 'network',
    title: 'Network policy cuts DNS',
    meaning: 'A NetworkPolicy that limits egress does not allow DNS, so names do not resolve.',
    subject: 'the NetworkPolicy',
    proves:
      'An egress policy without port 53 and look-up time-outs or temporary failures in the logs of the pods it selects.',
    rulesOut: 'Names resolve in those pods.',
  },
] as const satisfies readonly CauseDefinition[];
