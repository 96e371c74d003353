import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type { ActionClass, Decision, Plan, Proposal } from '@auto-ops/contracts';
import { cryptography } from '../../__fixtures__/cryptography.ts';
import { actionOf, planOf } from '../../__fixtures__/plan.ts';
import { planHash } from '../../plan/plan-hash.ts';
import { decisionText } from '../decision-text.ts';

const pair = generateKeyPairSync('ed25519');
const other = generateKeyPairSync('ed25519');

/** The public keys the verifier knows, as PEM. */
export const publicKeys: Readonly<Record<string, string>> = {
  'key-1': pair.publicKey.export({ type: 'spki', format: 'pem' }).toString(),
};

/** Signs a decision with the right key, another key, or the public key as if it were a shared secret. */
export function signed(decision: Omit<Decision, 'signature'>, by: 'key' | 'other' | 'public-key-as-secret' = 'key'): Decision {
  const text = decisionText(decision);
  if (by === 'public-key-as-secret') {
    const half = createHmac('sha256', publicKeys['key-1'] ?? '').update(text).digest();
    return { ...decision, signature: Buffer.concat([half, half]).toString('base64url') };
  }
  const key = by === 'key' ? pair.privateKey : other.privateKey;
  return { ...decision, signature: sign(null, Buffer.from(text, 'utf8'), key).toString('base64url') };
}

/** A proposal of a class, made at 12:00 and open until 12:15 or 12:30. */
export function proposalOf(actionClass: ActionClass = 'R2', change: Partial<Proposal> = {}, plan: Plan = planOf(actionOf('scale', { replicas: 3 }))): Proposal {
  const hash = planHash(plan, cryptography);
  const common = { schemaVersion: 1, incident: 'i-1', attempt: 1, planHash: hash, class: actionClass } as const;
  return {
    schemaVersion: 1,
    incident: 'i-1',
    run: 'incident-i-1',
    planHash: hash,
    class: actionClass,
    plan,
    rehearsal: { ...common, verdict: 'passed', checks: [], actions: [] },
    review: { ...common, verdict: 'approved', checks: [], comments: [] },
    diff: '',
    approvals: actionClass === 'R0' || actionClass === 'R1' ? 0 : 1,
    requester: 'rita',
    createdAt: '2026-01-01T12:00:00Z',
    expiresAt: actionClass === 'R3' ? '2026-01-01T12:15:00Z' : '2026-01-01T12:30:00Z',
    lock: 'lock-1',
    ...change,
  };
}

/** An approval by Ada at 12:05 for that proposal, not signed yet. */
export function approvalOf(proposal: Proposal, change: Partial<Decision> = {}): Omit<Decision, 'signature'> {
  return {
    schemaVersion: 1,
    id: 'd-1',
    incident: proposal.incident,
    run: proposal.run,
    planHash: proposal.planHash,
    class: proposal.class,
    verdict: 'approved',
    approvers: [{ id: 'ada', channel: 'rest', at: '2026-01-01T12:04:59Z' }],
    issuedAt: '2026-01-01T12:05:00Z',
    expiresAt: '2026-01-01T12:15:00Z',
    keyId: 'key-1',
    ...change,
  };
}
