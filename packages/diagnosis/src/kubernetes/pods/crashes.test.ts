import { expect, test } from 'vitest';
import { viewOf } from '../../__fixtures__/view-of.ts';
import { crashing, deployment, pod, replicaSet } from '../__fixtures__/cluster-objects.ts';
import { crashes } from './crashes.ts';

const failing = pod('web-r1-a', { owner: 'web', state: crashing({}) });

function crashOf(...lines: string[]) {
  return crashes(viewOf(failing, { logs: [{ pod: 'shop/web-r1-a', container: 'web', lines }] }))[0];
}

test.each([
  [['Error: DATABASE_URL is not set', '    at main.js:1'], 'variable', 'Error: DATABASE_URL is not set'],
  [
    ['WARN SENTRY_DSN is not set, disabling', 'Error: connect ECONNREFUSED 10.0.0.1:5432'],
    'connection',
    'Error: connect ECONNREFUSED 10.0.0.1:5432',
  ],
  [
    ['retrying: dial tcp 10.0.0.1:5432: connect: connection refused', 'FATAL API_TOKEN must be set'],
    'variable',
    'FATAL API_TOKEN must be set',
  ],
  [
    ['Traceback (most recent call last):', '  File "a.py", line 3', 'ValueError: bad amount'],
    'program',
    'ValueError: bad amount',
  ],
  [['pods is forbidden: User "system:serviceaccount:shop:web" cannot list resource "pods"'], 'access', undefined],
  [['Error: certificate has expired'], 'certificate', undefined],
  [[], 'program', undefined],
])('the words %j are about: %s', (lines, about, line) => {
  const crash = crashOf(...lines);

  expect(crash?.about).toBe(about);
  if (line !== undefined) expect(crash?.line?.text).toBe(line);
});

test('reads the log of the workload where that of the pod was not read', () => {
  const subject = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web' };
  const view = viewOf(deployment('web'), replicaSet('web', 1), failing, {
    logs: [{ subject, lines: ['Error: DATABASE_URL is not set'] }],
  });

  expect(crashes(view)[0]?.variable).toBe('DATABASE_URL');
});
