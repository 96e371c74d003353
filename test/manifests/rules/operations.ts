import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

const allowed = new Set(['k8s create', 'argoWorkflow submit', 'argoWorkflow resume']);

/** Sensors use three operations; `http` is for dead letters alone. */
export const operations: Rule = {
  title: 'a Sensor creates, submits or resumes',
  check: (manifests) =>
    triggersOf(manifests).flatMap(({ place, trigger, isDeadLetter }) => {
      const { name, conditions, conditionsReset, ...kinds } = trigger.template;
      const used = Object.entries(kinds).map(([kind, value]) =>
        kind === 'http' ? 'http' : `${kind} ${(value as { operation?: string }).operation ?? '(default)'}`,
      );
      const isFine = used.length === 1 && (isDeadLetter ? used[0] === 'http' : allowed.has(used[0] ?? ''));
      return isFine ? [] : [`${place} uses ${used.join(', ')}`];
    }),
};
