import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

/** A trigger without conditions waits for all dependencies of its Sensor, and a condition over several joins events by chance. */
export const ownConditions: Rule = {
  title: 'a trigger has a condition of its own on one dependency',
  check: (manifests) =>
    triggersOf(manifests)
      .filter(({ isDeadLetter }) => !isDeadLetter)
      .filter(
        ({ sensor, trigger }) =>
          !sensor.spec.dependencies.some(({ name }: { name: string }) => name === trigger.template.conditions),
      )
      .map(({ place }) => place),
};
