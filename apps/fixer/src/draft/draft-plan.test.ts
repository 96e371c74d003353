import { createHash } from 'node:crypto';
import type { Cryptography, Incident, KubernetesObject } from '@auto-ops/contracts';
import { planHash } from '@auto-ops/policy';
import { expect, test } from 'vitest';
import { analysisOf, podSpec, rollout, subjectOf, viewOf } from '../__fixtures__/scene.ts';
import type { DraftInput } from './draft-input.ts';
import { draftPlan } from './draft-plan.ts';

const cryptography: Cryptography = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  hmac: () => '',
  verifyEd25519: () => false,
};
const incident: Incident = {
  schemaVersion: 1,
  id: 'i-1',
  title: 'x',
  severity: 'warning',
  createdAt: '2026-01-01T12:00:00Z',
  fingerprint: 'a'.repeat(64),
  mode: 'live',
  alerts: [],
  window: { from: '2026-01-01T11:00:00Z', to: '2026-01-01T12:00:00Z' },
};
const broken = podSpec({ image: 'shop/cart:typo' });
const manifest = `# The cart.
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  replicas: 2
  template:
    metadata: {labels: {app: cart}}
    spec:
      containers:
        - name: web
          image: shop/cart:typo # set by the release
`;

function draft(objects: readonly KubernetesObject[], change: Partial<DraftInput> = {}) {
  const analysis = analysisOf('image-not-found', subjectOf('Deployment'));
  return draftPlan({ incident, analysis, view: viewOf(objects), attempt: 1, tried: [], cryptography, ...change });
}

test('a live run changes the object itself, surest candidate first', () => {
  const plan = draft(rollout(broken, podSpec()));

  expect(plan).toMatchObject({
    verdict: 'drafted',
    author: 'rules',
    cause: { code: 'image-not-found' },
    actions: [
      { id: 'a1', type: 'set-image', arguments: { container: 'web', image: 'shop/cart:1' }, target: { uid: 'd-1' } },
    ],
  });
});

test('a plan that was sent back is followed by the next candidate, and in the end by what a person can do', () => {
  const objects = rollout(broken, podSpec());
  const first = draft(objects);
  const second = draft(objects, { attempt: 2, tried: [planHash(first, cryptography)] });
  const third = draft(objects, { attempt: 3, tried: [first, second].map((plan) => planHash(plan, cryptography)) });

  expect(second.actions.map((action) => action.type)).toEqual(['rollout-undo']);
  expect(third).toMatchObject({ verdict: 'none', actions: [] });
  expect(third.manualSteps.join(' ')).toMatch(/Push the image that Deployment cart names/);
});

test('what a replay would change is an edit of the repository that changes the very value', () => {
  const files = new Map([
    ['deploy/cart.yaml', manifest],
    ['deploy/other.yaml', manifest.replaceAll('cart', 'other')],
  ]);
  const plan = draft(rollout(broken, podSpec()), { incident: { ...incident, mode: 'replay' }, files });

  expect(plan.actions).toMatchObject([
    {
      type: 'edit-source',
      target: { apiVersion: 'auto-ops.dev/v1', kind: 'Repository', name: 'repository' },
      arguments: {
        edits: [
          {
            path: 'deploy/cart.yaml',
            oldText: '          image: shop/cart:typo # set by the release\n',
            newText: '          image: shop/cart:1 # set by the release\n',
          },
        ],
      },
    },
  ]);
});

test('a rollback of everything is written as the lines that differ', () => {
  const now = podSpec({
    image: 'shop/cart:2',
    env: [
      { name: 'MODE', value: 'new' },
      { name: 'ADDED', value: 'x' },
    ],
  });
  const before = podSpec({ image: 'shop/cart:1', env: [{ name: 'MODE', value: 'old' }] });
  const file = `${manifest.replace('shop/cart:typo', 'shop/cart:2')}          env:\n            - {name: MODE, value: new}\n            - {name: ADDED, value: x}\n`;
  const plan = draft(rollout(now, before), {
    analysis: analysisOf('rollout-stuck', subjectOf('Deployment')),
    incident: { ...incident, mode: 'replay' },
    files: new Map([['cart.yaml', file]]),
  });

  const edits = plan.actions[0]?.arguments.edits as { oldText: string; newText: string }[];
  const edited = edits.reduce((text, edit) => text.replace(edit.oldText, edit.newText), file);
  expect(edited).toBe(
    file
      .replace('shop/cart:2', 'shop/cart:1')
      .replace('value: new', 'value: old')
      .replace('            - {name: ADDED, value: x}\n', ''),
  );
});

test.each<[string, Partial<DraftInput>, RegExp]>([
  ['a replay without a repository', { incident: { ...incident, mode: 'replay' } }, /no repository that declares it/],
  [
    'a repository that does not declare the object',
    {
      incident: { ...incident, mode: 'replay' },
      files: new Map([['x.yaml', 'kind: Service\nmetadata: {name: cart}\n']]),
    },
    /No file of the repository declares Deployment cart/,
  ],
  [
    'a repository that says something else',
    {
      incident: { ...incident, mode: 'replay' },
      files: new Map([['x.yaml', manifest.replace('shop/cart:typo', 'shop/cart:9')]]),
    },
    /says "shop\/cart:9"/,
  ],
  [
    'a repository that is right already',
    {
      incident: { ...incident, mode: 'replay' },
      files: new Map([['x.yaml', manifest.replace('shop/cart:typo', 'shop/cart:1')]]),
    },
    /declares it so already/,
  ],
  [
    'a template',
    {
      incident: { ...incident, mode: 'replay' },
      files: new Map([['x.yaml', manifest.replace('shop/cart:typo', '{{ .image }}')]]),
    },
    /No file of the repository declares/,
  ],
])('%s is left to a person, with the reason', (_name, change, reason) => {
  const plan = draft(rollout(broken, podSpec()), change);

  expect(plan.verdict).toBe('none');
  expect(plan.manualSteps.join('\n')).toMatch(reason);
});

test.each([
  [
    'Argo CD',
    { annotations: { 'deployment.kubernetes.io/revision': '2', 'argocd.argoproj.io/tracking-id': 'shop:x' } },
  ],
  ['Flux', { labels: { 'kustomize.toolkit.fluxcd.io/name': 'shop' } }],
  ['Helm', { annotations: { 'deployment.kubernetes.io/revision': '2', 'meta.helm.sh/release-name': 'cart' } }],
  ['a controller', { ownerReferences: [{ kind: 'Rollout', name: 'cart', controller: true }] }],
])('what %s owns is changed at its source, or not at all', (_name, metadata) => {
  const objects = rollout(broken, podSpec(), {
    metadata: { annotations: { 'deployment.kubernetes.io/revision': '2' }, ...metadata },
  });

  expect(draft(objects).verdict).toBe('none');
  expect(draft(objects, { files: new Map([['cart.yaml', manifest]]) }).actions.map((action) => action.type)).toEqual([
    'edit-source',
  ]);
});

test('an object that nobody else owns is changed live also where a repository is known, which is said', () => {
  const plan = draft(rollout(broken, podSpec()), { files: new Map([['cart.yaml', manifest]]) });

  expect(plan.actions.map((action) => action.type)).toEqual(['set-image']);
  expect(plan.manualSteps.join(' ')).toMatch(/same change in the repository/);
});

test.each([
  ['no-fault', /Nothing is broken/],
  ['unknown', /not known/],
] as const)('nothing is changed where the verdict is %s', (verdict, summary) => {
  const analysis = { ...analysisOf('image-not-found', subjectOf('Deployment')), verdict };

  expect(draft(rollout(broken, podSpec()), { analysis }).summary).toMatch(summary);
});

test('a cause without a repair still says what a person does', () => {
  const plan = draft([], { analysis: analysisOf('node-not-ready', subjectOf('Node', 'n1')) });

  expect(plan).toMatchObject({ verdict: 'none', manualSteps: [expect.stringMatching(/Look at the node Node n1/)] });
});

test('partial objects end in a person, not in a failure', () => {
  const [deployment] = rollout(broken);
  const partial = { ...deployment!, spec: { replicas: 2 } };

  expect(draft([partial]).verdict).toBe('none');
});
