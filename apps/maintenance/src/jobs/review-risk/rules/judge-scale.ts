import { readPath } from '@auto-ops/policy';
import { about } from './about.ts';
import type { ObjectRule } from './rule.ts';

const lists = [
  ['spec', 'replicas'],
  ['spec', 'minReplicas'],
  ['spec', 'maxReplicas'],
] as const;

/** Fewer replicas, none at all, or a schedule that no longer starts anything. */
export const judgeScale: ObjectRule = ({ before, after }) => {
  if (after === undefined) return [];
  const findings = lists.flatMap((keys) => {
    const [was, is] = [before, after].map((declared) => readPath(declared?.object, ...keys));
    if (typeof is !== 'number' || is === was) return [];
    const what = `${keys[1]} ${typeof was === 'number' ? was : 'not set'} → ${is}`;
    if (is === 0) return [about(after, 'replicas-zero', 'R3', `${what}: nothing runs any more`, ...keys)];
    return typeof was === 'number' && is < was ? [about(after, 'replicas-lowered', 'R3', what, ...keys)] : [];
  });
  const [wasSuspended, isSuspended] = [before, after].map((declared) => readPath(declared?.object, 'spec', 'suspend'));
  if (isSuspended === true && wasSuspended !== true) {
    findings.push(about(after, 'schedule-suspended', 'R2', 'no new run starts', 'spec', 'suspend'));
  }
  return findings;
};
