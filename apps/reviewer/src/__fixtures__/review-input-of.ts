import { createHash } from 'node:crypto';
import type { Action, Analysis, Cryptography, Evidence, Incident, KubernetesObject, Plan, Rehearsal } from '@auto-ops/contracts';
import { createView } from '@auto-ops/diagnosis';
import { PolicyLimits, planHash } from '@auto-ops/policy';
import type { ReviewInput } from '../review/review-input.ts';

/** SHA-256 for tests alone. */
export const cryptography: Cryptography = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  hmac: () => '',
  verifyEd25519: () => false,
};

const subject = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' };
const template = { metadata: { labels: { app: 'cart' } }, spec: { containers: [{ name: 'web', image: 'shop/cart:typo' }] } };
const owner = [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart', uid: 'd-1', controller: true }];

/** The objects of the scene: a Deployment with its revision, a Service that selects it, and one that has nothing to do with it. */
const objects: readonly KubernetesObject[] = [
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'cart', namespace: 'shop', uid: 'd-1' }, spec: { replicas: 2, template }, status: {} },
  { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name: 'cart-r2', namespace: 'shop', uid: 'rs-2', ownerReferences: owner }, spec: { template } },
  { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'cart-1', namespace: 'shop', uid: 'p-1', labels: { app: 'cart' }, ownerReferences: [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'cart-r2', uid: 'rs-2', controller: true }] }, spec: template.spec },
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'cart', namespace: 'shop', uid: 's-1' }, spec: { selector: { app: 'cart' }, ports: [{ port: 80 }] } },
  { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'other', namespace: 'far', uid: 'd-9' }, spec: { replicas: 1, template: { metadata: { labels: { app: 'other' } }, spec: { containers: [] } } } },
];

/** The text of the scene's one file. */
export const manifest = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: cart, namespace: shop}\nspec:\n  image: shop/cart:typo\n';

/** The action that restores the image. */
export function restore(change: Partial<Action> = {}): Action {
  return {
    id: 'a1',
    type: 'set-image',
    target: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart', uid: 'd-1' },
    arguments: { container: 'web', image: 'shop/cart:1' },
    expected: 'x',
    evidence: ['ev-1'],
    ...change,
  };
}

/** The action that edits the scene's file. */
export function editing(oldText: string | undefined, newText: string, path = 'cart.yaml'): Action {
  return restore({
    type: 'edit-source',
    target: { apiVersion: 'auto-ops.dev/v1', kind: 'Repository', name: 'repository' },
    arguments: { edits: [oldText === undefined ? { path, newText } : { path, oldText, newText }] },
  });
}

/** A review of these actions, rehearsed with success; `change` alters what the review sees. */
export function reviewInputOf(actions: readonly Action[], change: Partial<ReviewInput> = {}): ReviewInput {
  const time = '2026-01-01T12:00:00Z';
  const window = { from: '2026-01-01T11:00:00Z', to: time };
  const plan: Plan = { schemaVersion: 1, incident: 'i-1', attempt: 1, verdict: 'drafted', cause: { code: 'image-not-found', subject }, summary: 'x', actions: [...actions], manualSteps: [], author: 'rules' };
  const hash = planHash(change.plan ?? plan, cryptography);
  const evidence: Evidence[] = [
    ...objects.map((object, index): Evidence => ({ id: `ev-${index + 1}`, kind: 'object', source: 'test', observedAt: time, body: { object } })),
    { id: 'log-1', kind: 'log', source: 'test', observedAt: time, body: { entries: [{ text: 'one' }, { text: 'two' }] } },
  ];
  const incident: Incident = { schemaVersion: 1, id: 'i-1', title: 'x', severity: 'warning', createdAt: time, fingerprint: 'a'.repeat(64), mode: 'live', alerts: [], window };
  const analysis: Analysis = {
    schemaVersion: 1, bundle: 'test', verdict: 'identified', summary: 'x',
    causes: [{ rank: 1, code: 'image-not-found', category: 'image', subject, statement: 'x', confidence: 0.9, evidence: ['ev-1'], changes: [] }],
    findings: [], suspectChanges: [], affected: [], ruledOut: [], runbooks: [], diagnostics: [], basis: 'rules',
  };
  const rehearsal: Rehearsal = { schemaVersion: 1, incident: 'i-1', attempt: 1, planHash: hash, class: 'R2', verdict: 'passed', checks: [], actions: [] };
  return {
    incident, attempt: 1, plan, planHash: hash, analysis, evidence, rehearsal, earlier: [], cryptography,
    view: createView({ manifest: { version: 1, name: 'test', capturedAt: time, window, alerts: [] }, evidence }),
    files: new Map([['cart.yaml', manifest]]),
    limits: PolicyLimits.parse({}),
    editPaths: ['**/*.yaml'],
    ...change,
  };
}
