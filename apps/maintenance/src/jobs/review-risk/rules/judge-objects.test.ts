import { compareClasses } from '@auto-ops/policy';
import { expect, it } from 'vitest';
import { codesOf } from '../../../__fixtures__/codes-of.ts';
import { guardedDeployment as deployment } from '../../../__fixtures__/guarded-deployment.ts';
import { judged } from '../../../__fixtures__/judged.ts';

type Texts = Readonly<Record<string, string>>;

it.each<[string, string, string, string[]]>([
  ['replicas: 3', 'replicas: 0', 'R3 replicas-zero', ['7', 'replicas 3 → 0: nothing runs any more']],
  ['replicas: 3', 'replicas: 2', 'R3 replicas-lowered', ['7', 'replicas 3 → 2']],
  [
    'cart:1.4.2',
    'cart:1.4.3',
    'R2 image-changed',
    ['16', 'app: registry.example.com/cart:1.4.2 → registry.example.com/cart:1.4.3'],
  ],
  ['cart:1.4.2', 'cart:latest', 'R3 image-unpinned', ['16', 'may be another image tomorrow']],
  ['cart:1.4.2', 'cart', 'R3 image-unpinned', ['16', 'may be another image tomorrow']],
  ['memory: 512Mi', 'memory: 256Mi', 'R3 limits-halved', ['18', 'app: limit of memory 512Mi → 256Mi']],
  [', memory: 512Mi', '', 'R3 limits-removed', ['18', 'app: the limit of memory, 512Mi, is gone']],
  [
    'readinessProbe:\n            httpGet: { path: /ready, port: 8080 }',
    'env: []',
    'R3 probe-removed',
    ['15', 'app: readinessProbe is gone'],
  ],
  [
    'serviceAccountName: cart',
    'serviceAccountName: admin',
    'R3 service-account-changed',
    ['10', 'ServiceAccount cart → admin'],
  ],
  [
    'serviceAccountName: cart',
    'serviceAccountName: cart\n      hostNetwork: true',
    'R4 host-namespace',
    ['11', 'hostNetwork'],
  ],
  [
    'serviceAccountName: cart',
    'serviceAccountName: cart\n      volumes: [{ name: node, hostPath: { path: /var/run } }]',
    'R4 host-path',
    ['11', '/var/run of the node is mounted'],
  ],
  ['runAsNonRoot: true', 'runAsNonRoot: false', 'R3 security-weakened', ['12', 'the pod: runAsNonRoot true → false']],
  [
    'RuntimeDefault',
    'Unconfined',
    'R3 security-weakened',
    ['13', 'the pod: seccomp profile RuntimeDefault → Unconfined'],
  ],
  ['readOnlyRootFilesystem: true', 'privileged: true', 'R4 privileged', ['22', 'app may do everything on its node']],
  [
    'allowPrivilegeEscalation: false',
    'runAsUser: 0',
    'R3 security-weakened',
    ['22', 'allowPrivilegeEscalation false → not set'],
  ],
  ['{ drop: [ALL] }', '{ add: [SYS_ADMIN] }', 'R3 security-weakened', ['24', 'capabilities SYS_ADMIN are added']],
])('judges %j → %j as %s', (old, now, finding, [line, text]) => {
  const { findings, class: risk } = judged(
    { 'k8s/cart.yaml': deployment },
    { 'k8s/cart.yaml': deployment.replace(old, now) },
  );

  const found = findings.filter(({ code, class: own }) => `${own} ${code}` === finding);
  expect(found.map((one) => [one.line, one.text])).toContainEqual([Number(line), expect.stringContaining(text ?? '')]);
  expect(found[0]).toMatchObject({ path: 'k8s/cart.yaml', subject: 'Deployment/cart' });
  expect(compareClasses(risk, finding.slice(0, 2) as 'R3')).toBeGreaterThanOrEqual(0);
});

it.each<[string, string | undefined, string | undefined, string[]]>([
  ['more replicas', deployment, deployment.replace('replicas: 3', 'replicas: 4'), ['R2 object-changed']],
  [
    'another order of documents and fields',
    `a: 1\n---\n${deployment}`,
    `${deployment}---\na: 1\n`,
    ['R1 code-changed'],
  ],
  ['a higher version of the group', deployment, deployment.replace('apps/v1', 'apps/v2'), ['R2 object-changed']],
  ['more memory', deployment, deployment.replace('512Mi', '1Gi'), ['R2 object-changed']],
  ['a digest', deployment, deployment.replace('cart:1.4.2', `cart@sha256:${'a'.repeat(64)}`), ['R2 image-changed']],
  ['an object that comes', undefined, deployment, ['R2 object-added']],
  ['an object that goes', deployment, undefined, ['R3 object-deleted']],
  [
    'a template',
    deployment,
    deployment.replace('replicas: 3', 'replicas: {{ .Values.replicas }}'),
    ['R3 template-changed'],
  ],
  ['broken YAML', deployment, `${deployment}\n  - : :\n a`, ['R3 manifest-broken']],
  ['two fields of one name', deployment, `${deployment}kind: Job\n`, ['R3 manifest-broken']],
])('judges %s', (_, before, after, expected) => {
  const texts = (text: string | undefined): Texts => (text === undefined ? {} : { 'k8s/cart.yaml': text });

  expect(codesOf(judged(texts(before), texts(after)))).toEqual(expected);
});

it('takes a move to another file for a move, and a List for its items', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n  - ${deployment.trimEnd().replaceAll('\n', '\n    ')}\n`;

  expect(codesOf(judged({ 'a.yaml': deployment }, { 'b/c.yaml': deployment }))).toEqual(['R1 code-changed']);
  const { findings } = judged({ 'a.yaml': deployment }, { 'a.yaml': list.replace('replicas: 3', 'replicas: 0') });
  expect(findings).toEqual([expect.objectContaining({ code: 'replicas-zero', line: 10 })]);
});

it('takes overlays that patch the same object for objects of their own', () => {
  const patch = (replicas: number) =>
    `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: cart }\nspec: { replicas: ${replicas} }\n`;
  const before = { 'base/cart.yaml': deployment, 'dev/patch.yaml': patch(1), 'prod/patch.yaml': patch(5) };

  const { findings } = judged(before, { ...before, 'prod/patch.yaml': patch(1) });

  expect(findings).toEqual([expect.objectContaining({ code: 'replicas-lowered', path: 'prod/patch.yaml', line: 4 })]);
});

const manifest = (kind: string, rest: string, apiVersion = 'v1') =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: it }\n${rest}\n`;
const rbac = 'rbac.authorization.k8s.io/v1';
const role = (rules: string) => manifest('Role', `rules:\n${rules}`, rbac);

it.each<[string, string | undefined, string | undefined, string[]]>([
  [
    'a selector',
    manifest('Service', 'spec: { selector: { app: a } }'),
    manifest('Service', 'spec: { selector: { app: b } }'),
    ['R3 selector-changed'],
  ],
  [
    'a port',
    manifest('Service', 'spec: { ports: [{ port: 80 }] }'),
    manifest('Service', 'spec: { ports: [{ port: 81 }] }'),
    ['R3 port-changed'],
  ],
  [
    'an exposed Service',
    manifest('Service', 'spec: {}'),
    manifest('Service', 'spec: { type: LoadBalancer }'),
    ['R3 service-exposed'],
  ],
  [
    'an Ingress',
    manifest('Ingress', 'spec: { rules: [] }'),
    manifest('Ingress', 'spec: { rules: [{ host: a }] }'),
    ['R3 route-changed'],
  ],
  [
    'a budget that goes',
    manifest('PodDisruptionBudget', 'spec: { minAvailable: 1 }', 'policy/v1'),
    undefined,
    ['R3 guard-removed'],
  ],
  [
    'a network policy that goes',
    manifest('NetworkPolicy', 'spec: {}', 'networking.k8s.io/v1'),
    undefined,
    ['R4 guard-removed'],
  ],
  [
    'a network policy',
    manifest('NetworkPolicy', 'spec: { ingress: [] }', 'networking.k8s.io/v1'),
    manifest('NetworkPolicy', 'spec: { ingress: [{}] }', 'networking.k8s.io/v1'),
    ['R3 guard-changed'],
  ],
  ['a claim that goes', manifest('PersistentVolumeClaim', 'spec: {}'), undefined, ['R4 object-deleted']],
  [
    'a claim',
    manifest('PersistentVolumeClaim', 'spec: { a: 1 }'),
    manifest('PersistentVolumeClaim', 'spec: { a: 2 }'),
    ['R4 claim-changed'],
  ],
  [
    'a webhook',
    undefined,
    manifest('ValidatingWebhookConfiguration', 'webhooks: []', 'admissionregistration.k8s.io/v1'),
    ['R4 admission-changed'],
  ],
  [
    'configuration',
    manifest('ConfigMap', 'data: { a: b }'),
    manifest('ConfigMap', 'data: { a: c }'),
    ['R3 configuration-changed'],
  ],
  ['a Secret', undefined, manifest('Secret', 'data: { a: aGVsbG8= }'), ['R4 secret-in-manifest']],
  [
    'the level of a namespace',
    manifest('Namespace', '').replace(
      '{ name: it }',
      '{ name: it, labels: { pod-security.kubernetes.io/enforce: restricted } }',
    ),
    manifest('Namespace', '').replace(
      '{ name: it }',
      '{ name: it, labels: { pod-security.kubernetes.io/enforce: privileged } }',
    ),
    ['R4 pod-security-lowered'],
  ],
  [
    'a namespace without its level',
    manifest('Namespace', '').replace(
      '{ name: it }',
      '{ name: it, labels: { pod-security.kubernetes.io/enforce: baseline } }',
    ),
    manifest('Namespace', ''),
    ['R4 pod-security-lowered'],
  ],
  [
    'a stricter namespace',
    manifest('Namespace', '').replace(
      '{ name: it }',
      '{ name: it, labels: { pod-security.kubernetes.io/enforce: baseline } }',
    ),
    manifest('Namespace', '').replace(
      '{ name: it }',
      '{ name: it, labels: { pod-security.kubernetes.io/enforce: restricted } }',
    ),
    ['R2 object-changed'],
  ],
  [
    'more rights',
    role('  - { apiGroups: [""], resources: [pods], verbs: [get] }'),
    role('  - { apiGroups: [""], resources: [pods, secrets], verbs: [get, list] }'),
    ['R4 rights-widened'],
  ],
  [
    'fewer rights, in other words',
    role('  - { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }'),
    role(
      '  - { apiGroups: [""], resources: [pods], verbs: [get] }\n  - { apiGroups: [apps], resources: [deployments], verbs: [get], resourceNames: [a] }',
    ),
    ['R2 object-changed'],
  ],
  [
    'a right for every name',
    role('  - { apiGroups: [""], resources: [secrets], verbs: [get], resourceNames: [a] }'),
    role('  - { apiGroups: [""], resources: [secrets], verbs: [get] }'),
    ['R4 rights-widened'],
  ],
  [
    'a binding for somebody else',
    manifest('RoleBinding', 'roleRef: { name: a }\nsubjects: [{ kind: User, name: jane }]', rbac),
    manifest(
      'RoleBinding',
      'roleRef: { name: a }\nsubjects: [{ kind: User, name: jane }, { kind: Group, name: all }]',
      rbac,
    ),
    ['R4 rights-granted'],
  ],
  [
    'a binding that shrinks',
    manifest(
      'RoleBinding',
      'roleRef: { name: a }\nsubjects: [{ kind: User, name: jane }, { kind: Group, name: all }]',
      rbac,
    ),
    manifest('RoleBinding', 'roleRef: { name: a }\nsubjects: [{ kind: User, name: jane }]', rbac),
    ['R2 object-changed'],
  ],
  [
    'a pause',
    manifest('CronJob', 'spec: {}', 'batch/v1'),
    manifest('CronJob', 'spec: { suspend: true }', 'batch/v1'),
    ['R2 schedule-suspended'],
  ],
  [
    'a kustomization',
    'kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nresources: [a.yaml, b.yaml]\nimages: [{ name: a, newTag: "1" }]\n',
    'kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nresources: [a.yaml]\nimages: [{ name: a, newTag: latest }]\n',
    ['R3 resource-left-out', 'R3 image-unpinned'],
  ],
])('judges %s', (_, before, after, expected) => {
  const texts = (text: string | undefined): Texts => (text === undefined ? {} : { 'k8s/it.yaml': text });

  expect(codesOf(judged(texts(before), texts(after)))).toEqual(expected);
});

it('reads the containers of an Argo workflow', () => {
  const workflow = (kind: string, image: string) => {
    const spec = `{ templates: [{ name: step, container: { image: "${image}", resources: { limits: { cpu: 1 } } } }] }`;
    const inner = kind === 'CronWorkflow' ? `{ workflowSpec: ${spec} }` : spec;
    return `apiVersion: argoproj.io/v1alpha1\nkind: ${kind}\nmetadata: { name: it }\nspec: ${inner}\n`;
  };

  for (const kind of ['Workflow', 'WorkflowTemplate', 'CronWorkflow']) {
    const { findings } = judged({ 'a.yaml': workflow(kind, 'a:1') }, { 'a.yaml': workflow(kind, 'a:latest') });

    expect(findings).toEqual([
      expect.objectContaining({
        code: 'image-unpinned',
        subject: `${kind}/it`,
        text: expect.stringMatching(/^step: a:latest/),
      }),
    ]);
  }
});
