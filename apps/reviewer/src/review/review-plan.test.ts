import type { Action, Check, Plan, Rehearsal, Review } from '@auto-ops/contracts';
import { planHash } from '@auto-ops/policy';
import { expect, test } from 'vitest';
import { cryptography, editing, manifest, restore, reviewInputOf } from '../__fixtures__/review-input-of.ts';
import { reviewChecks } from './review-checks.ts';
import type { ReviewInput } from './review-input.ts';
import { reviewPlan } from './review-plan.ts';

const edit = editing('  image: shop/cart:typo\n', '  image: shop/cart:1\n');
const failedOf = (review: Review) => [
  ...new Set(review.checks.filter((check) => check.result === 'failed').map((check) => check.name)),
];

test.each([
  ['on the cluster', restore()],
  ['of the source', edit],
  [
    'of a manifest that names an owner',
    editing('  image: shop/cart:typo\n', '  image: shop/cart:1 # asked jane@example.org\n'),
  ],
])('a sound plan %s is approved, with every check named', (_name, action) => {
  const review = reviewPlan(reviewInputOf([action]));

  expect(review).toMatchObject({ verdict: 'approved', class: 'R2', comments: [] });
  expect([...new Set(review.checks.map((check) => check.name))]).toEqual(reviewChecks.map((check) => check.name));
});

const altered = (change: Partial<Plan>): Partial<ReviewInput> => ({
  plan: { ...reviewInputOf([restore()]).plan, ...change },
});
const rehearsed = (change: Partial<Rehearsal>): Partial<ReviewInput> => ({
  rehearsal: { ...reviewInputOf([restore()]).rehearsal!, ...change },
});
const checked = (change: Partial<Check>, actions: readonly Action[] = [restore()]): Partial<ReviewInput> => ({
  check: {
    schemaVersion: 1,
    incident: 'i-1',
    attempt: 1,
    planHash: reviewInputOf(actions).planHash,
    result: 'passed',
    ...change,
  },
});
const attempt = (action: Action, comments: Review['comments']): Partial<ReviewInput> => {
  const { plan } = reviewInputOf([action]);
  const hash = planHash(plan, cryptography);
  return {
    earlier: [
      {
        plan,
        planHash: hash,
        review: {
          schemaVersion: 1,
          incident: 'i-1',
          attempt: 1,
          planHash: hash,
          class: 'R2',
          verdict: 'changes-requested',
          checks: [],
          comments,
        },
      },
    ],
  };
};
const other = restore({
  target: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'far', name: 'other', uid: 'd-9' },
});
const many = (id: string, from: number) =>
  restore({
    ...edit,
    id,
    arguments: {
      edits: Array.from({ length: 11 }, (_, index) => ({ path: `f${from + index}.yaml`, newText: 'a: 1\n' })),
    },
  });
const lines = (count: number) => Array.from({ length: count }, (_, index) => `  - ${index}`).join('\n');

test.each<[string, string, readonly Action[], Partial<ReviewInput>]>([
  ['plan-schema', 'a plan without actions', [], {}],
  ['plan-schema', 'a plan for another incident', [restore()], altered({ incident: 'i-2' })],
  ['plan-schema', 'a plan of another attempt', [restore()], altered({ attempt: 2 })],
  ['plan-schema', 'actions out of order', [restore({ id: 'a2' })], {}],
  [
    'plan-schema',
    'the same action id twice',
    [restore(), restore({ arguments: { container: 'web', image: 'x' } })],
    {},
  ],
  [
    'ownership',
    'an object that the rehearsal found owned',
    [restore()],
    rehearsed({ actions: [{ id: 'a1', class: 'R2', reasons: [], managedBy: 'Argo CD (shop)', result: 'passed' }] }),
  ],
  ['rehearsal-passed', 'no rehearsal', [restore()], { rehearsal: undefined }],
  ['rehearsal-passed', 'a rehearsal of another plan', [restore()], rehearsed({ planHash: 'f'.repeat(64) })],
  [
    'rehearsal-passed',
    'a failed rehearsal',
    [restore()],
    rehearsed({ verdict: 'failed', checks: [{ name: 'dry-run', result: 'failed', detail: 'denied', action: 'a1' }] }),
  ],
  ['rehearsal-passed', 'a live plan that could not be rehearsed', [restore()], rehearsed({ verdict: 'not-run' })],
  [
    'policy-class',
    'a rehearsal that says less than the plan is',
    [restore({ type: 'set-environment', arguments: { container: 'web', name: 'MODE', value: 'x' } })],
    rehearsed({
      class: 'R1',
      planHash: reviewInputOf([
        restore({ type: 'set-environment', arguments: { container: 'web', name: 'MODE', value: 'x' } }),
      ]).planHash,
    }),
  ],
  ['diff-size', '401 lines', [editing(undefined, `${lines(401)}`, 'new.yaml')], {}],
  ['diff-size', '22 files', [many('a1', 0), many('a2', 11)], {}],
  ['diff-scope', 'a file off the list', [editing(undefined, 'x', 'src/main.ts')], {}],
  ['diff-scope', 'a binary', [editing(undefined, 'a: "\0"', 'new.yaml')], {}],
  [
    'diff-scope',
    'text that hides a part of itself',
    [editing('  image: shop/cart:typo\n', '  image: shop/cart:1 # \u202etxet\n')],
    {},
  ],
  [
    'secrets',
    'a token in an edit',
    [
      editing(
        '  image: shop/cart:typo\n',
        `  image: shop/cart:1\n  token: ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}\n`,
      ),
    ],
    {},
  ],
  [
    'secrets',
    'a redaction tag that would be written',
    [editing('  image: shop/cart:typo\n', '  image: "[secret:token#1f3a9c02]"\n')],
    {},
  ],
  ['manifest-lint', 'an old text that is not there', [editing('  image: nothing\n', '  image: x\n')], {}],
  ['manifest-lint', 'an old text that is there twice', [editing('a', 'b')], {}],
  ['manifest-lint', 'YAML that does not parse', [editing('  image: shop/cart:typo\n', '  image: [shop\n')], {}],
  [
    'manifest-lint',
    'an object that gets another name',
    [editing('{name: cart, namespace: shop}', '{name: kart, namespace: shop}')],
    {},
  ],
  ['manifest-lint', 'an object that becomes another kind', [editing('kind: Deployment', 'kind: ClusterRole')], {}],
  [
    'manifest-lint',
    'an object that is added',
    [editing('  image: shop/cart:typo\n', '  image: shop/cart:1\n---\nkind: Role\nmetadata: {name: x}\n')],
    {},
  ],
  [
    'manifest-lint',
    'edits that change nothing',
    [editing('  image: shop/cart:typo\n', '  image: shop/cart:typo\n')],
    {},
  ],
  ['cites-evidence', 'evidence that is not there', [restore({ evidence: ['ev-1', 'ev-99'] })], {}],
  ['cites-evidence', 'an entry that the log does not have', [restore({ evidence: ['ev-1', 'log-1#2'] })], {}],
  ['cites-evidence', 'an entry of what has none', [restore({ evidence: ['ev-1#0'] })], {}],
  [
    'addresses-cause',
    'a plan about another cause',
    [restore()],
    altered({ cause: { code: 'rollout-stuck', subject: { kind: 'Deployment', namespace: 'shop', name: 'cart' } } }),
  ],
  ['addresses-cause', 'a plan about nothing', [restore()], altered({ cause: undefined as never })],
  ['addresses-cause', 'an object that has nothing to do with the cause', [other], {}],
  [
    'addresses-cause',
    'a file that has nothing to do with the cause',
    [editing('image: a', 'image: b', 'far.yaml')],
    { files: new Map([['far.yaml', 'kind: Deployment\nmetadata: {name: other, namespace: far}\nimage: a\n']]) },
  ],
  ['check-passed', 'tests that failed', [restore()], checked({ result: 'failed', exit: 1 })],
  ['check-passed', 'tests of another plan', [restore()], checked({ planHash: 'f'.repeat(64) })],
  ['previous-comments-answered', 'the same plan again', [restore()], attempt(restore(), [])],
  [
    'previous-comments-answered',
    'the same action again beside another',
    [restore(), restore({ id: 'a2', arguments: { container: 'web', image: 'y' } })],
    attempt(restore(), [{ action: 'a1', check: 'dry-run', text: 'denied' }]),
  ],
])('%s sends back %s', (name, _what, actions, change) => {
  const review = reviewPlan(reviewInputOf(actions, change));

  expect(failedOf(review)).toContain(name);
  expect(review.verdict).toBe('changes-requested');
  expect(review.comments.some((comment) => comment.check === name && comment.text !== '')).toBe(true);
});

test.each<[string, readonly Action[], Partial<ReviewInput>]>([
  [
    'an action in kube-system',
    [
      restore({
        target: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'kube-system', name: 'dns', uid: 'x' },
      }),
    ],
    {},
  ],
  ['a Secret', [restore({ target: { apiVersion: 'v1', kind: 'Secret', namespace: 'shop', name: 'x', uid: 'x' } })], {}],
  ['an action outside the catalogue', [restore({ type: 'exec' })], {}],
  ['a workflow of the CI', [editing(undefined, 'on: push\n', '.github/workflows/x.yaml')], {}],
  ['the owners of the code', [editing(undefined, '* @me\n', 'CODEOWNERS')], {}],
  ['an action that only words of logs speak for', [restore({ evidence: ['log-1#0', 'log-1#1'] })], {}],
  [
    'a pod that nothing makes again',
    [
      restore({
        type: 'delete-pod',
        target: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'lonely', uid: 'x' },
        arguments: {},
      }),
    ],
    {},
  ],
  ['what the rehearsal found forbidden', [restore()], rehearsed({ class: 'RX', verdict: 'failed' })],
])('%s is rejected for good', (_name, actions, change) => {
  expect(reviewPlan(reviewInputOf(actions, change)).verdict).toBe('rejected');
});

test('what is close to the subject in the graph is accepted', () => {
  const service = restore({
    type: 'set-port',
    target: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'cart', uid: 's-1' },
    arguments: { port: 80, targetPort: 8080 },
  });
  const review = reviewPlan(reviewInputOf([service]));

  expect(review.checks.find((check) => check.name === 'addresses-cause')).toMatchObject({ result: 'passed' });
});

test('a quota is close to every workload of its namespace, and to no other', () => {
  const subject = { apiVersion: 'v1', kind: 'ResourceQuota', namespace: 'shop', name: 'budget' };
  const about = (action: Action) => {
    const input = reviewInputOf([action]);
    const causes = input.analysis.causes.map((cause) => ({ ...cause, code: 'quota-exceeded' as const, subject }));
    const plan = { ...input.plan, cause: { code: 'quota-exceeded' as const, subject } };
    return failedOf(reviewPlan(reviewInputOf([action], { plan, analysis: { ...input.analysis, causes } })));
  };

  expect(about(restore())).toEqual([]);
  expect(about(other)).toContain('addresses-cause');
});

test('the class is the higher of the two that were computed', () => {
  expect(reviewPlan(reviewInputOf([restore()], rehearsed({ class: 'R3' }))).class).toBe('R3');
});

test('another plan answers the comments on the first', () => {
  const review = reviewPlan(
    reviewInputOf([restore({ arguments: { container: 'web', image: 'shop/cart:0' } })], {
      ...attempt(restore(), [{ action: 'a1', check: 'dry-run', text: 'denied' }]),
    }),
  );

  expect(review.verdict).toBe('approved');
});

test('a check that could not run is named and holds nothing up', () => {
  const review = reviewPlan(
    reviewInputOf([edit], checked({ result: 'not-run', reason: 'bubblewrap is not installed' }, [edit])),
  );

  expect(review.verdict).toBe('approved');
  expect(review.checks).toContainEqual({
    name: 'check-passed',
    result: 'not-run',
    detail: 'bubblewrap is not installed',
  });
});

test('a check that did not run says whether there was anything to check', () => {
  const detailOf = (action: Action) =>
    reviewPlan(reviewInputOf([action], { check: undefined })).checks.find(({ name }) => name === 'check-passed');

  expect(detailOf(edit)).toMatchObject({ result: 'not-run', detail: 'The step check did not run.' });
  expect(detailOf(restore())).toMatchObject({ result: 'not-run', detail: 'The plan edits no files.' });
});

test('the file of the scene is what the edits expect', () => {
  expect(manifest).toContain('  image: shop/cart:typo\n');
});
