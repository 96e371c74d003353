import type { Action, Target } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { deployment } from '../__fixtures__/objects.ts';
import { actionOf, planOf } from '../__fixtures__/plan.ts';
import type { LiveObject } from '../action-definition.ts';
import { classifyPlan } from './classify-plan.ts';
import type { PlanContext } from './plan-context.ts';
import { PolicyLimits } from './policy-limits.ts';

function context(object: LiveObject = deployment, change: Partial<PlanContext> = {}): PlanContext {
  return {
    now: '2026-01-01T12:00:00Z',
    severity: 'warning',
    state: { freezes: [], recentActions: {}, actionsToday: 0, failedVerifications: 0 },
    limits: PolicyLimits.parse({}),
    targets: { a1: { object } },
    ...change,
  };
}
const image = { container: 'web', image: 'registry.example/cart:1' };
const restore = actionOf('set-image', image);

test.each<[string, Partial<Target>]>([
  ['kube-system', { namespace: 'kube-system' }],
  ['the namespace of auto-ops', { namespace: 'auto-ops' }],
  ['a namespace of auto-ops', { namespace: 'auto-ops-runs' }],
  ['Argo', { namespace: 'argo' }],
  ['Argo Events', { namespace: 'argo-events' }],
  ['Argo CD', { namespace: 'argocd' }],
  ['cert-manager', { namespace: 'cert-manager' }],
  ['a CNI', { namespace: 'calico-system' }],
  ['a CNI of another kind', { namespace: 'kube-flannel' }],
  ['Flux', { namespace: 'flux-system' }],
])('nothing in %s is changed', (_name, change) => {
  const plan = planOf({ ...restore, target: { ...restore.target, ...change } });

  expect(classifyPlan(plan, context()).class).toBe('RX');
});

test('a namespace whose name only begins alike is nobody special', () => {
  const plan = planOf({ ...restore, target: { ...restore.target, namespace: 'argonauts' } });

  expect(classifyPlan(plan, context()).class).toBe('R2');
});

test('a namespace that the operator protects is never changed', () => {
  const limits = PolicyLimits.parse({ protectedNamespaces: ['shop'] });

  expect(classifyPlan(planOf(restore), context(deployment, { limits })).class).toBe('RX');
});

test.each<[string, string]>([
  ['v1', 'Secret'],
  ['v1', 'ServiceAccount'],
  ['v1', 'Namespace'],
  ['v1', 'PersistentVolume'],
  ['rbac.authorization.k8s.io/v1', 'Role'],
  ['rbac.authorization.k8s.io/v1', 'ClusterRoleBinding'],
  ['admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration'],
  ['apiextensions.k8s.io/v1', 'CustomResourceDefinition'],
  ['networking.k8s.io/v1', 'NetworkPolicy'],
  ['policy/v1', 'PodDisruptionBudget'],
  ['argoproj.io/v1alpha1', 'Workflow'],
  ['monitoring.coreos.com/v1', 'PrometheusRule'],
  ['certificates.k8s.io/v1', 'CertificateSigningRequest'],
])('%s %s is never a target', (apiVersion, kind) => {
  const plan = planOf({ ...restore, target: { ...restore.target, apiVersion, kind } });

  const risk = classifyPlan(plan, context());

  expect(risk.class).toBe('RX');
  expect(risk.actions[0]?.reasons).toContain(`A ${kind} is never changed.`);
});

test.each<[string, Partial<Action>]>([
  ['an action outside the catalogue', { type: 'exec' }],
  ['arguments that do not fit', { arguments: { container: 'web', image: 7 } }],
  ['an argument nobody knows', { arguments: { ...image, force: true } }],
  ['a target the action is not for', { target: { ...restore.target, apiVersion: 'v1', kind: 'Service' } }],
  [
    'a target without a uid',
    { target: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' } },
  ],
  ['a target without a namespace', { target: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart', uid: 'x' } }],
])('%s is RX', (_name, change) => {
  expect(classifyPlan(planOf({ ...restore, ...change }), context()).class).toBe('RX');
});

test.each([
  '.github/workflows/ci.yaml',
  '.GitHub/workflows/ci.yaml',
  './.github/workflows/ci.yaml',
  '.github\\workflows\\ci.yaml',
  'CODEOWNERS',
  'docs/CODEOWNERS',
  '.gitattributes',
  'sub/.gitmodules',
  '.git/config',
  'a/.git/hooks/x.yaml',
  '.husky/pre-commit',
  '.npmrc',
  'package-lock.json',
  'api/yarn.lock',
  'Makefile',
  'Dockerfile',
  'deploy/install.sh',
  'renovate.json',
  '.github/dependabot.yml',
  '.gitlab-ci.yml',
  'keys/server.key',
  '.env',
  '.env.production',
  'Jenkinsfile',
])('the file %s is never edited', (path) => {
  const repository = { apiVersion: 'auto-ops.dev/v1', kind: 'Repository', name: 'repository' };
  const plan = planOf(
    actionOf('edit-source', { edits: [{ path, oldText: 'a', newText: 'b' }] }, { target: repository }),
  );

  expect(classifyPlan(plan, context()).class).toBe('RX');
});

test('a change of the only ready replica is riskier, unless a new pod comes up first', () => {
  const status = { readyReplicas: 1 };
  const recreate: LiveObject = {
    ...deployment,
    spec: { ...(deployment.spec as object), replicas: 1, strategy: { type: 'Recreate' } },
    status,
  };
  const rolling: LiveObject = {
    ...deployment,
    spec: { ...(deployment.spec as object), replicas: 1, strategy: { type: 'RollingUpdate' } },
    status,
  };

  expect(classifyPlan(planOf(restore), context(recreate)).class).toBe('R3');
  expect(classifyPlan(planOf(restore), context(rolling)).class).toBe('R2');
  expect(classifyPlan(planOf(restore), context({ ...recreate, status: { readyReplicas: 0 } })).class).toBe('R2');
});

test('a disruption budget that allows none raises the class while pods are healthy', () => {
  const budget = (currentHealthy: number) => ({
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'cart', namespace: 'shop' },
    spec: { selector: { matchLabels: { app: 'cart' } } },
    status: { disruptionsAllowed: 0, currentHealthy },
  });
  const withBudget = (healthy: number) =>
    context(deployment, { targets: { a1: { object: deployment, related: { objects: [budget(healthy)] } } } });

  expect(classifyPlan(planOf(restore), withBudget(2)).class).toBe('R3');
  expect(classifyPlan(planOf(restore), withBudget(0)).class).toBe('R2');
});

test.each<[string, LiveObject, Partial<PlanContext>]>([
  ['of tier 0', { ...deployment, metadata: { ...deployment.metadata, labels: { 'auto-ops.dev/tier': '0' } } }, {}],
  [
    'changed within the hour',
    deployment,
    { state: { freezes: [], recentActions: { 'shop/cart': 1 }, actionsToday: 1, failedVerifications: 0 } },
  ],
])('a target %s raises the class', (_name, object, change) => {
  expect(classifyPlan(planOf(restore), context(object, change)).class).toBe('R3');
});

test('a plan is as risky as its riskiest action, and a long one more so', () => {
  const probe = actionOf('set-probe', { container: 'web', probe: 'readiness', port: 8080 });
  const targets = {
    a1: { object: deployment },
    a2: { object: deployment },
    a3: { object: deployment },
    a4: { object: deployment },
  };

  expect(classifyPlan(planOf(restore, probe), context(deployment, { targets })).class).toBe('R3');
  expect(classifyPlan(planOf(restore, restore, restore, restore), context(deployment, { targets })).class).toBe('R3');
});
