import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

/** A repeated event must find what the first one made. */
export const deterministicNames: Rule = {
  title: 'what a Sensor makes is named after the event',
  check: (manifests) =>
    triggersOf(manifests).flatMap(({ place, trigger, isDeadLetter }) => {
      if (isDeadLetter) return [];
      const { source, parameters } = trigger.template.k8s ?? trigger.template.argoWorkflow ?? {};
      const { name, generateName } = source?.resource?.metadata ?? {};
      const isNamed = (parameters ?? []).some(
        ({ dest, operation }: { dest: string; operation?: string }) =>
          dest === 'metadata.name' && operation === 'append',
      );
      const template = source?.resource?.spec?.workflowTemplateRef?.name;
      const isOfItsWork = template === undefined || template === `auto-ops-${name?.replace(/-$/, '')}`;
      return name?.endsWith('-') && generateName === undefined && isNamed && isOfItsWork ? [] : [place];
    }),
};
