import { about } from './about.ts';
import { judgeContainers } from './judge-containers.ts';
import { judgeContent } from './judge-content.ts';
import { judgeDeletion } from './judge-deletion.ts';
import { judgeGuards } from './judge-guards.ts';
import { judgeRights } from './judge-rights.ts';
import { judgeScale } from './judge-scale.ts';
import { judgeSecurity } from './judge-security.ts';
import { judgeTraffic } from './judge-traffic.ts';
import type { Finding, ObjectRule, Rule } from './rule.ts';

const rules: readonly ObjectRule[] = [
  judgeDeletion,
  judgeScale,
  judgeContainers,
  judgeSecurity,
  judgeTraffic,
  judgeRights,
  judgeGuards,
  judgeContent,
];

/** What the changed Kubernetes objects risk; an object that no rule has a word for is one that can be taken back. */
export const judgeObjects: Rule = ({ objects, unreadable }) => [
  ...objects.flatMap((change): readonly Finding[] => {
    const findings = rules.flatMap((rule) => rule(change));
    const declared = change.after ?? change.before;
    if (findings.length > 0 || declared === undefined) return findings;
    return [
      about(
        declared,
        change.before === undefined ? 'object-added' : 'object-changed',
        'R2',
        'no rule says more about it',
      ),
    ];
  }),
  ...unreadable.map(
    ({ path, isTemplate }): Finding =>
      isTemplate
        ? { code: 'template-changed', class: 'R3', path, text: 'a template: what it makes is not judged' }
        : { code: 'manifest-broken', class: 'R3', path, text: 'it declares objects and is no valid YAML' },
  ),
];
