import type { Action, Plan } from '@auto-ops/contracts';

/** An action on the Deployment `shop/cart`. */
export function actionOf(type: string, input: Action['arguments'], change: Partial<Action> = {}): Action {
  return {
    id: 'a1',
    type,
    target: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart', uid: 'd-1', resourceVersion: '200', generation: 7 },
    arguments: input,
    expected: 'The pods are ready.',
    evidence: ['ev-1'],
    ...change,
  };
}

/** A plan of these actions, numbered in order. */
export function planOf(...actions: readonly Action[]): Plan {
  return {
    schemaVersion: 1,
    incident: 'i-1',
    attempt: 1,
    verdict: 'drafted',
    cause: { code: 'image-not-found', subject: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart' } },
    summary: 'Restore the image.',
    actions: actions.map((action, index) => ({ ...action, id: `a${index + 1}` })),
    manualSteps: [],
    author: 'rules',
  };
}
