import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { openKubernetesApi } from '@auto-ops/argo-workflows-client';
import { loopbackServer } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { identifyByToken } from './identify-by-token.ts';

const now = Date.parse('2026-11-21T12:00:00Z');
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const claims = {
  sub: 'system:serviceaccount:auto-ops:actuator',
  aud: ['auto-ops-run-api'],
  exp: now / 1000 + 600,
  nbf: now / 1000 - 10,
  'kubernetes.io': { namespace: 'auto-ops', pod: { name: 'step', uid: 'uid' } },
};
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

function token(key: KeyObject, header: object, payload: object = claims): string {
  const text = `${encode(header)}.${encode(payload)}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** A gateway that may ask for no review, beside an API server that publishes its keys. */
async function gatewayWithoutReview() {
  const server = await loopbackServer(({ path, headers }) => {
    if (path.endsWith('/tokenreviews'))
      return { status: 403, body: { message: 'cannot create resource tokenreviews' } };
    if (path === '/openid/v1/jwks') {
      if (!/\*\/\*|jwk-set/.test(String(headers.accept))) return { status: 406, body: 'Not Acceptable' };
      return {
        body: {
          keys: [
            { ...ec.publicKey.export({ format: 'jwk' }), kid: 'ec' },
            { ...rsa.publicKey.export({ format: 'jwk' }), kid: 'rsa' },
          ],
        },
      };
    }
    if (path !== '/api/v1/namespaces/auto-ops/pods/step') return { status: 404 };
    return { body: { metadata: { uid: 'uid', labels: { 'workflows.argoproj.io/workflow': 'incident-a' } } } };
  });
  const api = openKubernetesApi({ server: server.url });
  onTestFinished(() => api.close());
  return identifyByToken(api, 'auto-ops', () => now);
}

it.each([
  ['ES256', token(ec.privateKey, { alg: 'ES256', kid: 'ec' })],
  ['RS256', token(rsa.privateKey, { alg: 'RS256', kid: 'rsa' })],
])('knows a step by a token of the cluster (%s) where it may ask for no review', async (_, good) => {
  expect(await (await gatewayWithoutReview())(good)).toEqual({ run: 'incident-a', account: 'actuator' });
});

const es = { alg: 'ES256', kid: 'ec' };
const changed = (changes: object) => token(ec.privateKey, es, { ...claims, ...changes });
const pod = (name: string, uid: string) => changed({ 'kubernetes.io': { pod: { name, uid } } });

it.each([
  ['of another key', token(stranger.privateKey, es), 'AUTHENTICATION_FAILED'],
  ['of a key that nobody published', token(stranger.privateKey, { alg: 'ES256', kid: 'x' }), 'AUTHENTICATION_FAILED'],
  ['without a signature', `${encode({ alg: 'none', kid: 'ec' })}.${encode(claims)}.`, 'AUTHENTICATION_FAILED'],
  ['that misnames its algorithm', token(ec.privateKey, { alg: 'RS256', kid: 'ec' }), 'AUTHENTICATION_FAILED'],
  ['that was changed', changed({}).replace(encode(claims), encode({ ...claims, sub: 'x' })), 'AUTHENTICATION_FAILED'],
  ['for another audience', changed({ aud: ['other'] }), 'AUTHENTICATION_FAILED'],
  ['that has expired', changed({ exp: now / 1000 }), 'AUTHENTICATION_FAILED'],
  ['that is not valid yet', changed({ nbf: now / 1000 + 120 }), 'AUTHENTICATION_FAILED'],
  ['that is none', 'a.b.c', 'AUTHENTICATION_FAILED'],
  ['of another namespace', changed({ sub: 'system:serviceaccount:shop:actuator' }), 'PERMISSION_DENIED'],
  ['bound to no pod', changed({ 'kubernetes.io': {} }), 'PERMISSION_DENIED'],
  ['of a pod that was replaced', pod('step', 'former'), 'PERMISSION_DENIED'],
  ['of a pod that is gone', pod('gone', 'uid'), 'PERMISSION_DENIED'],
])('refuses a token %s', async (_, bad, code) => {
  await expect((await gatewayWithoutReview())(bad)).rejects.toMatchObject({ code });
});
