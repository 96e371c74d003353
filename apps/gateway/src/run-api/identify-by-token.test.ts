import { expect, it } from 'vitest';
import { type StepToken, stepCluster } from '../__fixtures__/step-cluster.ts';
import { identifyByToken } from './identify-by-token.ts';

it('tells account and run of a step by the token of its pod, and remembers it for a minute', async () => {
  const { api, requests } = await stepCluster({ one: { account: 'actuator', run: 'incident-a' } });
  let now = 0;
  const identify = identifyByToken(api, 'auto-ops', () => now);

  const first = await identify('one');
  now = 59_000;
  await identify('one');
  const asked = requests.length;
  now = 61_000;
  await identify('one');

  expect(first).toEqual({ run: 'incident-a', account: 'actuator' });
  expect([asked, requests.length]).toEqual([2, 4]);
});

it.each<[string, StepToken | undefined, string]>([
  ['nobody knows', undefined, 'AUTHENTICATION_FAILED'],
  [
    'is for another audience',
    { account: 'actuator', run: 'incident-a', audiences: ['other'] },
    'AUTHENTICATION_FAILED',
  ],
  ['is of another namespace', { account: 'actuator', run: 'incident-a', namespace: 'shop' }, 'PERMISSION_DENIED'],
  ['is bound to no pod', { account: 'actuator', run: 'incident-a', isBound: false }, 'PERMISSION_DENIED'],
  ['is of a pod that was replaced', { account: 'actuator', run: 'incident-a', uid: 'former' }, 'PERMISSION_DENIED'],
  ['is of a pod that is no step', { account: 'actuator' }, 'PERMISSION_DENIED'],
])('refuses a token that %s', async (_, known, code) => {
  const { api } = await stepCluster(known === undefined ? {} : { one: known });

  await expect(identifyByToken(api, 'auto-ops')('one')).rejects.toMatchObject({ code });
});
