import { expect, test } from 'vitest';
import { deployment, other, pod, replicaSet } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const line =
  'ERROR GET /api/v1/namespaces/shop/configmaps 403: configmaps is forbidden: User "system:serviceaccount:shop:feature-sync" cannot list resource "configmaps" in API group "" in the namespace "shop"';
const caller = [
  deployment('feature-sync'),
  replicaSet('feature-sync', 1),
  pod('feature-sync-r1-a', { owner: 'feature-sync' }),
];
const log = (...lines: string[]) => ({ logs: [{ pod: 'shop/feature-sync-r1-a', container: 'feature-sync', lines }] });
const rbac = 'rbac.authorization.k8s.io/v1';
const role = (verbs: string[]) =>
  other(rbac, 'Role', 'features', { rules: [{ apiGroups: [''], resources: ['configmaps'], verbs }] });
const binding = other(rbac, 'RoleBinding', 'features', {
  roleRef: { kind: 'Role', name: 'features' },
  subjects: [{ kind: 'ServiceAccount', name: 'feature-sync', namespace: 'shop' }],
});

test('names the account, the verb and the resource, and the roles it has', () => {
  const finding = only(detect(detector, ...caller, log(line, line), role(['get']), binding));

  expect(finding.subject).toEqual({
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    namespace: 'shop',
    name: 'feature-sync',
  });
  expect(finding.facts).toMatchObject({
    verb: 'list',
    resource: 'configmaps',
    apiGroup: '',
    namespace: 'shop',
    roles: ['Role features'],
    workloads: ['Deployment shop/feature-sync'],
  });
});

test('is ruled out by a role that grants it, to the account or to its group', () => {
  const group = { ...binding, subjects: [{ kind: 'Group', name: 'system:serviceaccounts:shop' }] };

  expect(detect(detector, ...caller, log(line), role(['get', 'list']), binding)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'rbac-denied' }],
  });
  expect(detect(detector, ...caller, log(line), role(['*']), group).findings).toEqual([]);
});

test('reads a line with escaped quotes, and one about the cluster', () => {
  const escaped = line.replaceAll('"', '\\"');
  const cluster =
    'nodes is forbidden: User "system:serviceaccount:shop:feature-sync" cannot watch resource "nodes" in API group "" at the cluster scope';

  expect(subjects(detect(detector, ...caller, log(escaped)))).toEqual(['ServiceAccount/feature-sync']);
  expect(only(detect(detector, ...caller, log(cluster))).facts).not.toHaveProperty('namespace');
});

test('names a role that a binding refers to and that does not exist', () => {
  expect(only(detect(detector, ...caller, log(line), binding, { coverage: ['Role@shop'] })).facts).toMatchObject({
    missingRole: 'Role features',
  });
});
