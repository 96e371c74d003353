import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `external`. */
export const externalCauses = [
  {
    code: 'external-outage',
    category: 'external',
    title: 'External service fails',
    meaning: "Something outside one's own control is down or limits its callers.",
    subject: 'the External thing',
    proves: 'A status page, a probe, or errors from a host outside the cluster that begin together in all its callers.',
    rulesOut: 'Only one caller fails.',
  },
] as const satisfies readonly CauseDefinition[];
