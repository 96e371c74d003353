import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

/** Without a list of answers that count, even a 500 is a success. */
export const httpStatus: Rule = {
  title: 'an http trigger says which answers count',
  check: (manifests) =>
    triggersOf(manifests)
      .filter(({ trigger }) => trigger.template.http !== undefined)
      .filter(({ trigger }) => !(trigger.policy?.status?.allow?.length > 0))
      .map(({ place }) => place),
};
