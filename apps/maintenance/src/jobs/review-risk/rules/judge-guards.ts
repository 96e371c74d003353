import { readPath } from '@auto-ops/policy';
import { about } from './about.ts';
import type { ObjectRule } from './rule.ts';

const guards = new Set(['PodDisruptionBudget', 'NetworkPolicy', 'ResourceQuota', 'LimitRange']);
const admission = /^(admissionregistration|apiextensions|apiregistration)\.k8s\.io\//;
const levels = ['restricted', 'baseline', 'privileged'];

/** Changes of what guards others: budgets, network policies, quotas, admission, the level of a namespace. */
export const judgeGuards: ObjectRule = ({ before, after }) => {
  if (after === undefined) return [];
  const { kind, apiVersion, metadata } = after.object;
  if (admission.test(apiVersion))
    return [about(after, 'admission-changed', 'R4', 'what the cluster takes and serves changes')];
  if (
    before !== undefined &&
    guards.has(kind) &&
    JSON.stringify(before.object.spec) !== JSON.stringify(after.object.spec)
  ) {
    return [about(after, 'guard-changed', 'R3', 'what it keeps out or keeps alive changes', 'spec')];
  }
  if (kind !== 'Namespace') return [];
  const label = 'pod-security.kubernetes.io/enforce';
  const [was, is] = [before?.object.metadata, metadata].map((one) => readPath(one, 'labels', label));
  if (before === undefined || was === is || levels.indexOf(String(is)) < levels.indexOf(String(was))) {
    if (!(before !== undefined && typeof was === 'string' && is === undefined)) return [];
  }
  return [
    about(
      after,
      'pod-security-lowered',
      'R4',
      `${String(was ?? 'not set')} → ${String(is ?? 'not set')}`,
      'metadata',
      'labels',
    ),
  ];
};
