import type { ApproverState, Decision, Proposal } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { cryptography } from '../__fixtures__/cryptography.ts';
import { actionOf, planOf } from '../__fixtures__/plan.ts';
import { approvalOf, proposalOf, publicKeys, signed } from './__fixtures__/decisions.ts';
import { type DecisionQuestion, verifyDecision } from './verify-decision.ts';

const approvers: readonly ApproverState[] = [
  { id: 'ada', active: true, roles: ['approver'] },
  { id: 'bob', active: true, roles: ['approver', 'viewer'] },
  { id: 'adam', active: true, roles: ['admin'] },
  { id: 'vera', active: true, roles: ['viewer', 'reporter'] },
  { id: 'gone', active: false, roles: ['approver'] },
  { id: 'rita', active: true, roles: ['approver'] },
  { id: 'twice', active: true, roles: ['approver'] },
  { id: 'twice', active: true, roles: ['approver'] },
];
const now = '2026-01-01T12:06:00Z';
const at = '2026-01-01T12:04:59Z';
const by = (id: string, channel: 'rest' | 'policy' = 'rest', time = at) => ({ id, channel, at: time });

function ask(proposal: Proposal, decision: unknown, change: Partial<DecisionQuestion> = {}): Decision {
  return verifyDecision({ decision, proposal, publicKeys, approvers, now, cryptography, ...change });
}

const plain = proposalOf();
const risky = proposalOf('R3');

test.each<[string, Proposal, Decision]>([
  ['an approval of R2 by an approver', plain, signed(approvalOf(plain))],
  ['an approval of R2 by an administrator', plain, signed(approvalOf(plain, { approvers: [by('adam')] }))],
  ['an approval of R3 by an approver', risky, signed(approvalOf(risky))],
  ['R1 by policy', proposalOf('R1'), signed(approvalOf(proposalOf('R1'), { approvers: [by('policy', 'policy')] }))],
  [
    'two people where two are needed',
    proposalOf('R3', { approvals: 2 }),
    signed(approvalOf(proposalOf('R3', { approvals: 2 }), { approvers: [by('ada'), by('bob')] })),
  ],
  [
    'a rejection by anybody, after its end',
    plain,
    signed(approvalOf(plain, { verdict: 'rejected', approvers: [by('vera')], expiresAt: '2026-01-01T12:05:30Z' })),
  ],
  ['an expiry that nobody signed off', plain, signed(approvalOf(plain, { verdict: 'expired', approvers: [] }))],
  ['a signer whose clock is 20 s ahead', plain, signed(approvalOf(plain, { issuedAt: '2026-01-01T12:06:20Z' }))],
  ['the last second', plain, signed(approvalOf(plain, { expiresAt: '2026-01-01T12:06:01Z' }))],
])('%s counts', (_name, proposal, decision) => {
  expect(ask(proposal, decision)).toEqual(decision);
});

type Case = readonly [
  name: string,
  reason: RegExp,
  proposal: Proposal,
  decision: unknown,
  change?: Partial<DecisionQuestion>,
];

const otherPlan = proposalOf('R2', {}, planOf(actionOf('scale', { replicas: 4 })));
const twoActions = proposalOf(
  'R2',
  {},
  planOf(actionOf('scale', { replicas: 3 }), actionOf('set-image', { container: 'web', image: 'a:1' })),
);
const swapped = proposalOf(
  'R2',
  {},
  planOf(actionOf('set-image', { container: 'web', image: 'a:1' }), actionOf('scale', { replicas: 3 })),
);
const otherUid = proposalOf(
  'R2',
  {},
  planOf(
    actionOf(
      'scale',
      { replicas: 3 },
      { target: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'cart', uid: 'd-2' } },
    ),
  ),
);
const otherVersion = proposalOf(
  'R2',
  {},
  planOf(
    actionOf(
      'scale',
      { replicas: 3 },
      {
        target: {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          namespace: 'shop',
          name: 'cart',
          uid: 'd-1',
          resourceVersion: '201',
        },
      },
    ),
  ),
);
const good = signed(approvalOf(plain));
const two = proposalOf('R3', { approvals: 2 });
const tamperedPlan: Proposal = { ...plain, plan: planOf(actionOf('scale', { replicas: 0 })) };
const tamper = (change: Partial<Decision>) => ({ ...good, ...change });
const fresh = (change: Partial<Decision>) => signed(approvalOf(plain, change));

const cases: readonly Case[] = [
  // Another question.
  ['a replay for another run', /another run/, proposalOf('R2', { run: 'incident-i-1-2' }), good],
  [
    'a replay for another incident',
    /altered|another incident/,
    proposalOf('R2', { incident: 'i-2', run: 'incident-i-2' }),
    good,
  ],
  ['a replay for another plan', /another planHash/, otherPlan, good],
  ['a replay for a plan with one more action', /another planHash/, twoActions, good],
  ['an approval of the actions in another order', /another planHash/, swapped, signed(approvalOf(twoActions))],
  ['an approval of an object that was made anew', /another planHash/, otherUid, good],
  ['an approval of an object that changed since', /another planHash/, otherVersion, good],
  ['a plan altered after it was proposed', /altered/, tamperedPlan, good],
  [
    'a plan hash altered to fit',
    /altered/,
    { ...plain, planHash: otherPlan.planHash },
    signed(approvalOf({ ...plain, planHash: otherPlan.planHash })),
  ],
  ['an approval of a lesser class', /another class/, risky, signed(approvalOf(risky, { class: 'R2' }))],
  ['an approval of a greater class', /another class/, plain, fresh({ class: 'R3' })],
  // What nobody can approve.
  [
    'a destructive plan',
    /class R4/,
    proposalOf('R4', { approvals: 2 }),
    signed(approvalOf(proposalOf('R4'), { approvers: [by('ada'), by('bob')] })),
  ],
  ['a plan of RX', /class RX/, proposalOf('RX'), signed(approvalOf(proposalOf('RX')))],
  // Time.
  ['one that expired 1 s ago', /expired/, plain, fresh({ expiresAt: '2026-01-01T12:05:59Z' })],
  ['one that expires now', /expired/, plain, fresh({ expiresAt: now })],
  ['one that expired in another zone', /expired/, plain, fresh({ expiresAt: '2026-01-01T14:05:59+02:00' })],
  [
    'one of last year',
    /expired/,
    plain,
    fresh({ issuedAt: '2025-01-01T12:05:00Z', expiresAt: '2025-01-01T12:15:00Z' }),
  ],
  ['one issued 31 s in the future', /future/, plain, fresh({ issuedAt: '2026-01-01T12:06:31Z' })],
  [
    'one issued tomorrow',
    /future/,
    plain,
    fresh({ issuedAt: '2026-01-02T12:05:00Z', expiresAt: '2026-01-02T12:15:00Z' }),
  ],
  ['one that lives too long for R2', /30 minutes/, plain, fresh({ expiresAt: '2026-01-01T12:35:01Z' })],
  [
    'one that lives too long for R3',
    /15 minutes/,
    risky,
    signed(approvalOf(risky, { expiresAt: '2026-01-01T12:20:01Z' })),
  ],
  ['one that lives for ever', /minutes/, plain, fresh({ expiresAt: '2999-01-01T00:00:00Z' })],
  [
    'one older than the proposal',
    /older/,
    plain,
    fresh({ issuedAt: '2026-01-01T11:59:29Z', approvers: [by('ada', 'rest', '2026-01-01T11:59:29Z')] }),
  ],
  [
    'one after the proposal expired',
    /after the proposal/,
    proposalOf('R2', { expiresAt: '2026-01-01T12:05:00Z' }),
    signed(approvalOf(proposalOf('R2'))),
  ],
  [
    'an approval from before the proposal',
    /before the proposal/,
    plain,
    fresh({ approvers: [by('ada', 'rest', '2026-01-01T11:59:00Z')] }),
  ],
  [
    'an approval from after it was issued',
    /after it was issued/,
    plain,
    fresh({ approvers: [by('ada', 'rest', '2026-01-01T12:05:30Z')] }),
  ],
  // Signature and key.
  ['one signed by another key', /wrong signature/, plain, signed(approvalOf(plain), 'other')],
  [
    'one with the public key as a shared secret',
    /wrong signature/,
    plain,
    signed(approvalOf(plain), 'public-key-as-secret'),
  ],
  ['one with a signature of zeros', /wrong signature/, plain, tamper({ signature: 'A'.repeat(86) })],
  [
    'one with the signature of another decision',
    /wrong signature/,
    plain,
    tamper({ signature: signed(approvalOf(plain, { id: 'd-2' })).signature }),
  ],
  ['one with an unknown key', /unknown key/, plain, fresh({ keyId: 'key-2' })],
  ['one with a key name of every object', /unknown key/, plain, fresh({ keyId: 'constructor' })],
  ['one with the key name __proto__', /unknown key/, plain, fresh({ keyId: '__proto__' })],
  ['one after its key was taken away', /unknown key/, plain, good, { publicKeys: {} }],
  ['one whose key was exchanged', /wrong signature/, plain, signed(approvalOf(plain), 'other')],
  ['one with a tampered id', /wrong signature/, plain, tamper({ id: 'd-9' })],
  ['one with a tampered verdict', /wrong signature/, plain, { ...fresh({ verdict: 'rejected' }), verdict: 'approved' }],
  ['one with a tampered expiry', /wrong signature/, plain, tamper({ expiresAt: '2026-01-01T12:20:00Z' })],
  ['one with a tampered time of issue', /wrong signature/, plain, tamper({ issuedAt: '2026-01-01T12:05:30Z' })],
  ['one with an exchanged approver', /wrong signature/, plain, tamper({ approvers: [by('bob')] })],
  ['one with an added approver', /wrong signature/, plain, tamper({ approvers: [by('ada'), by('bob')] })],
  [
    'one with a tampered channel',
    /wrong signature/,
    plain,
    tamper({ approvers: [{ id: 'ada', channel: 'slack', at }] }),
  ],
  ['one with an added reason', /wrong signature/, plain, tamper({ reason: 'fine' })],
  [
    'a rejection with a wrong signature',
    /wrong signature/,
    plain,
    signed(approvalOf(plain, { verdict: 'rejected' }), 'other'),
  ],
  // Who.
  ['the requester', /by the requester/, plain, fresh({ approvers: [by('rita')] })],
  ['the requester in capitals', /by the requester/, plain, fresh({ approvers: [by('RITA')] })],
  ['the requester in wide letters', /by the requester/, plain, fresh({ approvers: [by('ｒｉｔａ')] })],
  ['the requester with a space', /by the requester/, plain, fresh({ approvers: [by(' rita ')] })],
  ['the requester beside another person', /by the requester/, plain, fresh({ approvers: [by('ada'), by('rita')] })],
  ['an inactive approver', /not active/, plain, fresh({ approvers: [by('gone')] })],
  ['an inactive approver beside an active one', /not active/, plain, fresh({ approvers: [by('ada'), by('gone')] })],
  ['an unknown approver', /not known/, plain, fresh({ approvers: [by('mallory')] })],
  ['an approver who was removed since', /not known/, plain, good, { approvers: [] }],
  ['an approver who is looked up twice', /not known/, plain, fresh({ approvers: [by('twice')] })],
  ['an approver of nearly the same name', /not known/, plain, fresh({ approvers: [by('аda')] })],
  ['an approver in other letters', /not known/, plain, fresh({ approvers: [by('Ada')] })],
  ['a viewer', /without the role/, plain, fresh({ approvers: [by('vera')] })],
  [
    'an approver who lost the role since',
    /without the role/,
    plain,
    good,
    { approvers: [{ id: 'ada', active: true, roles: ['viewer'] }] },
  ],
  ['an administrator for R3', /without the role/, risky, signed(approvalOf(risky, { approvers: [by('adam')] }))],
  ['nobody', /no approver/, plain, fresh({ approvers: [] })],
  ['policy where a person is needed', /needs a person/, plain, fresh({ approvers: [by('policy', 'policy')] })],
  ['a person called policy', /needs a person/, plain, fresh({ approvers: [by('policy')] })],
  ['a person by the channel of policy', /needs a person/, plain, fresh({ approvers: [by('ada', 'policy')] })],
  [
    'a person by the channel of policy for R1',
    /mixes/,
    proposalOf('R1'),
    signed(approvalOf(proposalOf('R1'), { approvers: [by('ada', 'policy')] })),
  ],
  ['one person where two are needed', /2 different people/, two, signed(approvalOf(two))],
  ['the same person twice', /one person twice/, two, signed(approvalOf(two, { approvers: [by('ada'), by('ada')] }))],
  [
    'the same person by two channels',
    /one person twice/,
    two,
    signed(approvalOf(two, { approvers: [by('ada'), { id: 'ada', channel: 'slack', at }] })),
  ],
  [
    'fewer approvals asked than the class needs',
    /1 different|no approver/,
    proposalOf('R2', { approvals: 0 }),
    signed(approvalOf(proposalOf('R2'), { approvers: [] })),
  ],
  [
    'policy alone where the proposal asks for nobody and the class for one',
    /needs a person/,
    proposalOf('R2', { approvals: 0 }),
    signed(approvalOf(proposalOf('R2'), { approvers: [by('policy', 'policy')] })),
  ],
  // Form.
  ['nothing', /not a decision/, plain, undefined],
  ['null', /not a decision/, plain, null],
  ['a text', /not a decision/, plain, 'approve'],
  ['a list of decisions', /not a decision/, plain, [good]],
  ['one without a signature', /not a decision/, plain, approvalOf(plain)],
  ['one with an empty signature', /not a decision/, plain, tamper({ signature: '' })],
  ['one with half a signature', /not a decision/, plain, tamper({ signature: good.signature.slice(0, 43) })],
  ['one with an algorithm of its own', /not a decision/, plain, { ...good, alg: 'none' }],
  ['one of another version', /not a decision/, plain, { ...good, schemaVersion: 2 }],
  ['one with null for approvers', /not a decision/, plain, { ...good, approvers: null }],
  ['one with an approver of 300 letters', /not a decision/, plain, fresh({ approvers: [by('a'.repeat(300))] })],
  ['one whose time is no time', /not a decision/, plain, fresh({ expiresAt: 'soon' })],
  ['one whose hash is cut', /not a decision/, plain, fresh({ planHash: plain.planHash.slice(0, 12) })],
];

test.each(cases.map(([name, reason, proposal, decision, change]) => ({ name, reason, proposal, decision, change })))(
  '$name does not count',
  ({ reason, proposal, decision, change }) => {
    expect(() => ask(proposal, decision, change)).toThrow(reason);
  },
);

test('the cases are as many as promised, and each names itself', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length);
});

test('the order of the members makes no difference to a signature', () => {
  const reordered = Object.fromEntries(Object.entries(good).toReversed());

  expect(ask(plain, reordered)).toEqual(good);
});

test('a private key among the public ones is a mistake of configuration', () => {
  const keys = { 'key-1': '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n' };

  expect(() => ask(plain, good, { publicKeys: keys })).toThrow(
    expect.objectContaining({ code: 'CONFIGURATION_INVALID' }),
  );
});
