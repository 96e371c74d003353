import { createHash, createPublicKey, sign } from 'node:crypto';
import { decisionText } from '@auto-ops/policy';
import { resolvedBody } from '../resolved-body.ts';
import { until } from '../until.ts';
import type { Act } from './ending.ts';
import type { Place } from './place.ts';

/** A run that is to be brought to its end. */
export interface ActCall {
  readonly place: Place;
  readonly id: string;
  readonly run: string;
  readonly alert: object;
}

const seconds = 240;

async function proposed({ place, id }: ActCall): Promise<string> {
  const found = await until('proposal', seconds, async () => {
    const view = await place.gateway.incident(id);
    if (view.state === 'ended') return { ending: view.ending };
    const isWaiting = view.nodes.some(({ name, phase }) => name === 'approve' && phase === 'Running');
    return isWaiting && view.proposal ? { planHash: view.proposal.planHash } : undefined;
  });
  if ('ending' in found) throw new Error(`it ended as ${found.ending} before it was proposed`);
  return found.planHash;
}

const word = (verdict: 'approved' | 'rejected' | 'cancelled') => async (call: ActCall) =>
  call.place.gateway.decide(call.id, await proposed(call), verdict);

/** Decisions that somebody inside the gateway's store could put there, and what the step `decide` has to say about each. */
function forgeries(proposal: { planHash: string; [field: string]: unknown }, key: string) {
  const publicKey = createPublicKey(key).export({ type: 'spki', format: 'pem' }) as string;
  const at = new Date().toISOString();
  const decision = {
    schemaVersion: 1 as const,
    id: 'forged',
    incident: String(proposal.incident),
    run: String(proposal.run),
    planHash: proposal.planHash,
    class: proposal.class as 'R2',
    verdict: 'approved' as const,
    approvers: [{ id: 'ann', channel: 'rest' as const, at }],
    issuedAt: at,
    expiresAt: String(proposal.expiresAt),
    keyId: createHash('sha256').update(publicKey).digest('hex').slice(0, 16),
  };
  const signed = (changes: object) => {
    const unsigned = { ...decision, ...changes };
    return { ...unsigned, signature: sign(null, Buffer.from(decisionText(unsigned)), key).toString('base64url') };
  };
  const earlier = new Date(Date.parse(at) - 1000).toISOString();
  return [
    [
      'is for another planHash',
      signed({ planHash: proposal.planHash.replace(/./g, (digit) => (digit === '0' ? '1' : '0')) }),
    ],
    ['has expired', signed({ expiresAt: earlier })],
    ['eve', signed({ approvers: [{ id: 'eve', channel: 'rest', at }] })],
    ['has a wrong signature', { ...signed({ verdict: 'rejected' }), verdict: 'approved' }],
  ] as const;
}

/** What is done at the approval, or before it. */
export const acts: Readonly<Record<Act, (call: ActCall) => Promise<void>>> = {
  nothing: async () => undefined,
  approve: word('approved'),
  reject: word('rejected'),
  cancel: word('cancelled'),
  async 'cancel-early'({ place, id }) {
    await until('first step that looks', seconds, async () => {
      const { nodes } = await place.gateway.incident(id);
      return nodes.some(({ name }) => name.startsWith('collect-cluster(')) ? true : undefined;
    });
    await place.gateway.cancel(id);
  },
  async resolve(call) {
    await proposed(call);
    await call.place.gateway.alert(resolvedBody(call.alert));
  },
  async 'forge-decisions'(call) {
    const { place, id, run } = call;
    const planHash = await proposed(call);
    const { proposal, key } = await place.secrets(run);
    if (await place.wake(run)) {
      await until('entry of the audit that it was woken', 60, async () =>
        (await place.gateway.audit(run)).includes('woken-without-decision') ? true : undefined,
      );
    }
    for (const [reason, document] of forgeries(JSON.parse(proposal), key)) {
      await place.storeDecision(run, JSON.stringify(document));
      await until(`refusal that says "${reason}"`, 120, async () => {
        const lines = (await place.decideLog(run)).split('\n');
        return lines.some((line) => line.includes('counts as none') && line.includes(reason)) ? true : undefined;
      });
    }
    await place.storeDecision(run, undefined);
    await place.gateway.decide(id, planHash, 'rejected');
  },
  async 'approve-and-lose-the-role'(call) {
    await call.place.approveAsBob(call.id, await proposed(call));
    await call.place.takeRoleFromBob();
  },
};
