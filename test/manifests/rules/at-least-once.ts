import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

/** Without `atLeastOnce` Argo Events ignores both. */
export const atLeastOnce: Rule = {
  title: 'a retry strategy or a dead-letter trigger comes with atLeastOnce',
  check: (manifests) =>
    triggersOf(manifests)
      .filter(
        ({ trigger, isDeadLetter }) =>
          trigger.atLeastOnce !== true &&
          (isDeadLetter || trigger.retryStrategy !== undefined || trigger.dlqTrigger !== undefined),
      )
      .map(({ place }) => place),
};
