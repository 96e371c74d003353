import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

/** One failed call must not lose an event; a number without a unit would be nanoseconds. */
export const retried: Rule = {
  title: 'a trigger is retried for a while',
  check: (manifests) =>
    triggersOf(manifests)
      .filter(({ isDeadLetter }) => !isDeadLetter)
      .filter(
        ({ trigger: { retryStrategy } }) =>
          !(retryStrategy?.steps >= 6) || !/^\d+(ms|s|m)$/.test(String(retryStrategy?.duration)),
      )
      .map(({ place }) => place),
};
