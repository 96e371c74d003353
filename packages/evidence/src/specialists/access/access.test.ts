import { expect, test } from 'vitest';
import { answerFrom } from '../../__fixtures__/answer-from.ts';
import { requestFor } from '../../__fixtures__/request-for.ts';
import { specialist } from './index.ts';

const version = { apiVersion: 'rbac.authorization.k8s.io/v1' };
const role = (name: string, namespace: string) => ({
  plural: 'roles',
  kind: 'Role',
  ...version,
  metadata: { name, namespace },
});
const clusterRole = (name: string) => ({ plural: 'clusterroles', kind: 'ClusterRole', ...version, metadata: { name } });
const account = (namespace: string) => ({ kind: 'ServiceAccount', name: 'default', namespace });
const roleBinding = (name: string, namespace: string, kind: string, to: string, subject: object) => ({
  plural: 'rolebindings',
  kind: 'RoleBinding',
  ...version,
  metadata: { name, namespace },
  roleRef: { kind, name: to },
  subjects: [subject],
});
const clusterBinding = (name: string, to: string, subject: object) => ({
  plural: 'clusterrolebindings',
  kind: 'ClusterRoleBinding',
  ...version,
  metadata: { name },
  roleRef: { kind: 'ClusterRole', name: to },
  subjects: [subject],
});
const namespaces = ['shop', 'billing'].map((name) => ({
  plural: 'namespaces',
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name },
}));

const cluster = [
  ...namespaces,
  role('reader', 'shop'),
  role('billing-reader', 'billing'),
  role('unrelated', 'billing'),
  ...['view', 'everybody', 'by-user', 'unrelated'].map(clusterRole),
  roleBinding('own', 'shop', 'ClusterRole', 'view', { kind: 'User', name: 'jane' }),
  roleBinding('elsewhere', 'billing', 'Role', 'billing-reader', account('shop')),
  roleBinding('unrelated', 'billing', 'Role', 'unrelated', account('billing')),
  clusterBinding('everybody', 'everybody', { kind: 'Group', name: 'system:authenticated' }),
  clusterBinding('by-user', 'by-user', { kind: 'User', name: 'system:serviceaccount:shop:default' }),
  clusterBinding('unrelated', 'unrelated', { kind: 'Group', name: 'system:serviceaccounts:billing' }),
];

test('keeps what concerns the ServiceAccounts of the scope, wherever it is bound', async () => {
  const { evidence, coverage } = await specialist.collect(requestFor(answerFrom(cluster)));

  expect(evidence.map(({ id }) => id).sort()).toEqual([
    'clusterrole/by-user',
    'clusterrole/everybody',
    'clusterrole/view',
    'clusterrolebinding/by-user',
    'clusterrolebinding/everybody',
    'role/billing/billing-reader',
    'role/shop/reader',
    'rolebinding/billing/elsewhere',
    'rolebinding/shop/own',
  ]);
  expect(coverage).toContainEqual({ kind: 'RoleBinding', namespace: 'shop', complete: true });
});

test('says that roles were not read where that is forbidden', async () => {
  const answer = answerFrom(cluster);
  const { coverage } = await specialist.collect(
    requestFor((request) =>
      request.path.includes('/roles') ? { status: 403, body: { message: 'no' } } : answer(request),
    ),
  );

  expect(coverage).toContainEqual({
    kind: 'Role',
    namespace: 'shop',
    complete: false,
    error: expect.stringContaining('forbidden'),
  });
});

test('reads the namespaces of the scope where the cluster as a whole is refused', async () => {
  const whole = answerFrom(cluster);
  const { evidence, coverage } = await specialist.collect(
    requestFor((request) =>
      request.path.includes('/namespaces/shop/') ? whole(request) : { status: 403, body: { message: 'forbidden' } },
    ),
  );

  expect(evidence.map(({ id }) => id).sort()).toEqual(['role/shop/reader', 'rolebinding/shop/own']);
  expect(coverage).toMatchObject([
    { kind: 'Role', namespace: 'shop', complete: true },
    { kind: 'RoleBinding', namespace: 'shop', complete: true },
    { kind: 'ClusterRole', complete: false, error: expect.stringMatching(/^forbidden/) },
    { kind: 'ClusterRoleBinding', complete: false },
  ]);
});
