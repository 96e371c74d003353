import type { Action, ActionClass, ApproverState, Decision } from '@auto-ops/contracts';
import { describe, expect, test } from 'vitest';
import { cryptography } from '../__fixtures__/cryptography.ts';
import { claim, cronJob, deployment, ingress, node, pod, service } from '../__fixtures__/objects.ts';
import { actionOf, planOf } from '../__fixtures__/plan.ts';
import type { LiveObject } from '../action-definition.ts';
import { actions } from '../actions/registry.ts';
import { approvalOf, proposalOf, publicKeys, signed } from '../decision/__fixtures__/decisions.ts';
import { verifyDecision } from '../decision/verify-decision.ts';
import { classifyPlan } from './classify-plan.ts';
import type { PlanContext } from './plan-context.ts';
import { PolicyLimits } from './policy-limits.ts';

// The class each action has by itself, written down by hand: a change of it must be seen here.
const rows: readonly (readonly [
  type: string,
  input: Action['arguments'],
  object: LiveObject | undefined,
  base: ActionClass,
])[] = [
  ['rollout-restart', { at: '2026-01-01T00:00:00Z' }, deployment, 'R2'],
  ['rollout-undo', { revision: 1, source: 'cart-h1' }, deployment, 'R2'],
  ['scale', { replicas: 4 }, deployment, 'R2'],
  ['scale', { replicas: 5 }, deployment, 'R3'],
  ['scale', { replicas: 0 }, deployment, 'R3'],
  ['set-image', { container: 'web', image: 'registry.example/cart:1' }, deployment, 'R2'],
  ['set-environment', { container: 'web', name: 'LOG_LEVEL', value: 'debug' }, deployment, 'R3'],
  ['set-key-reference', { where: 'volume-item', volume: 'files', from: 'a.conf', key: 'b.conf' }, deployment, 'R3'],
  ['set-resources', { container: 'web', limits: { memory: '256Mi' } }, deployment, 'R3'],
  ['set-selector', { selector: { app: 'cart' } }, service, 'R3'],
  ['set-port', { port: 80, targetPort: 8080 }, service, 'R3'],
  ['set-probe', { container: 'web', probe: 'readiness', port: 8080 }, deployment, 'R3'],
  ['set-service-account', { serviceAccount: 'cart-old' }, deployment, 'R3'],
  ['set-backend', { host: 'shop.example', path: '/', service: 'cart', port: 80 }, ingress, 'R3'],
  ['set-node-selector', { key: 'disk', value: null }, deployment, 'R3'],
  ['set-command', { container: 'web', command: ['/usr/bin/cart'], args: null }, deployment, 'R3'],
  ['delete-pod', {}, pod, 'R2'],
  ['delete-pod', {}, { ...pod, metadata: { name: 'x', namespace: 'shop', uid: 'x' } }, 'R4'],
  ['cordon', {}, node, 'R2'],
  ['uncordon', {}, node, 'R2'],
  ['suspend', {}, cronJob, 'R2'],
  ['resume', {}, cronJob, 'R2'],
  ['expand-claim', { storage: '20Gi' }, claim, 'R3'],
  ['edit-source', { edits: [{ path: 'deploy/cart.yaml', oldText: 'a', newText: 'b' }] }, undefined, 'R2'],
];

// How many steps each context raises a live action, beyond what its own kind does.
const contexts: readonly (readonly [name: string, steps: number, change: (context: PlanContext) => PlanContext])[] = [
  ['an ordinary day', 0, (context) => context],
  ['an uncertain cause', 1, (context) => ({ ...context, confidence: 0.4 })],
  ['a certain cause', 0, (context) => ({ ...context, confidence: 0.9 })],
  [
    'outside the window',
    1,
    (context) => ({
      ...context,
      limits: { ...context.limits, changeWindow: { days: [1], fromMinute: 0, toMinute: 60 } },
    }),
  ],
  [
    'outside the window, critical',
    0,
    (context) => ({
      ...context,
      severity: 'critical',
      limits: { ...context.limits, changeWindow: { days: [1], fromMinute: 0, toMinute: 60 } },
    }),
  ],
  ['evidence that gives orders', 1, (context) => ({ ...context, isInjectionSuspected: true })],
  [
    'an uncertain cause outside the window',
    2,
    (context) => ({
      ...context,
      confidence: 0.1,
      limits: { ...context.limits, changeWindow: { days: [], fromMinute: 0, toMinute: 0 } },
    }),
  ],
];

const states: readonly ApproverState[] = [
  { id: 'ada', active: true, roles: ['approver'] },
  { id: 'bob', active: true, roles: ['approver'] },
  { id: 'adam', active: true, roles: ['admin'] },
  { id: 'vera', active: true, roles: ['viewer'] },
  { id: 'gone', active: false, roles: ['approver'] },
  { id: 'rita', active: true, roles: ['approver'] },
];
// Who approves, and whether that is enough for a class and a number of approvals.
const relations: readonly (readonly [
  name: string,
  ids: readonly string[],
  isEnough: (actionClass: ActionClass, approvals: number) => boolean,
])[] = [
  ['an approver', ['ada'], (_class, approvals) => approvals === 1],
  ['two approvers', ['ada', 'bob'], () => true],
  ['an administrator', ['adam'], (actionClass, approvals) => actionClass === 'R2' && approvals === 1],
  ['a viewer', ['vera'], () => false],
  ['an inactive approver', ['gone'], () => false],
  ['the requester', ['rita'], () => false],
  ['an approver and the requester', ['ada', 'rita'], () => false],
  ['one approver twice', ['ada', 'ada'], () => false],
  ['policy', ['policy'], () => false],
  ['nobody', [], () => false],
];

function context(object: LiveObject | undefined): PlanContext {
  return {
    now: '2026-01-01T12:00:00Z', // A Thursday.
    severity: 'warning',
    state: { freezes: [], recentActions: {}, actionsToday: 0, failedVerifications: 0 },
    limits: PolicyLimits.parse({}),
    targets: { a1: { object } },
  };
}

function expectedRisk(
  base: ActionClass,
  steps: number,
  isInjected: boolean,
): { class: ActionClass; approvals: number } {
  if (base === 'R4') return { class: 'R4', approvals: 2 };
  const height = Number(base.slice(1)) + steps;
  return { class: `R${Math.min(height, 3)}` as ActionClass, approvals: height > 3 || isInjected ? 2 : 1 };
}

function planFor(type: string, input: Action['arguments'], object: LiveObject | undefined) {
  const target =
    object === undefined
      ? { apiVersion: 'auto-ops.dev/v1', kind: 'Repository', name: 'repository' }
      : {
          apiVersion: object.apiVersion,
          kind: object.kind,
          name: object.metadata.name,
          uid: object.metadata.uid ?? 'x',
          ...(object.metadata.namespace === undefined ? {} : { namespace: object.metadata.namespace }),
        };
  return planOf(actionOf(type, input, { target }));
}

test('every action of the catalogue has a row', () => {
  const missing = actions.map((action) => action.type).filter((type) => !rows.some(([row]) => row === type));

  expect(missing).toEqual([]);
});

describe.each(rows)('%s %j', (type, input, object, base) => {
  const plan = planFor(type, input, object);

  test.each(contexts)('on %s', (name, steps, change) => {
    // A branch of a repository disturbs nobody, and a claim keeps state by itself.
    const own = object?.kind === 'PersistentVolumeClaim' ? 1 : 0;
    const raised = object === undefined ? 0 : steps + own;
    const expected = expectedRisk(base, raised, name === 'evidence that gives orders');

    const risk = classifyPlan(plan, change(context(object)));

    expect({ class: risk.class, approvals: risk.approvals }).toEqual(expected);
    for (const [relation, ids, isEnough] of relations) {
      const proposal = proposalOf(risk.class, { approvals: risk.approvals }, plan);
      const people: Decision['approvers'] = ids.map((id) => ({
        id,
        channel: id === 'policy' ? 'policy' : 'rest',
        at: '2026-01-01T12:04:00Z',
      }));
      const decision = signed(approvalOf(proposal, { approvers: people }));
      const isAllowed = risk.class !== 'R4' && isEnough(risk.class, risk.approvals);
      expect([relation, counts(decision, proposal)]).toEqual([relation, isAllowed]);
    }
  });
});

function counts(decision: Decision, proposal: ReturnType<typeof proposalOf>): boolean {
  try {
    verifyDecision({ decision, proposal, publicKeys, approvers: states, now: '2026-01-01T12:06:00Z', cryptography });
    return true;
  } catch {
    return false;
  }
}
