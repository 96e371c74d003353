import { expect, test } from 'vitest';
import { hostsIn } from './hosts-in.ts';

test.each([
  [
    'dial tcp: lookup ledger.data.svc.cluster.local: no such host',
    [{ name: 'ledger', namespace: 'data', inCluster: true }],
  ],
  ['postgres://user:word@db.data.svc:5432/cart', [{ name: 'db', namespace: 'data', port: 5432, inCluster: true }]],
  ['GET http://payments:80/ failed', [{ name: 'payments', port: 80, inCluster: false }]],
  ['see http://payments/health', [{ name: 'payments', inCluster: false }]],
  ['connect to cache.shop:6379', [{ name: 'cache', namespace: 'shop', port: 6379, inCluster: false }]],
  ['10.96.0.1:443 refused at 12:30:45', []],
  ['https://api.pay.example.com/v1', []],
  ['nothing', []],
])('%s', (text, hosts) => {
  expect(hostsIn(text)).toEqual(hosts);
});
