import { expect, test } from 'vitest';
import { connectionFailure } from './connection-failure.ts';

test.each([
  [
    'ERROR GET http://payments:80/ failed: connect ECONNREFUSED 10.96.12.97:80',
    { kind: 'refused', host: 'payments', port: 80, address: '10.96.12.97' },
  ],
  ['dial tcp: lookup paymnts on 10.96.0.10:53: no such host', { kind: 'no-such-host', host: 'paymnts' }],
  ['getaddrinfo ENOTFOUND db.shop', { kind: 'no-such-host', host: 'db.shop' }],
  ['getaddrinfo EAI_AGAIN orders-db', { kind: 'lookup-failed', host: 'orders-db' }],
  ['dial tcp 10.0.0.5:5432: connect: connection refused', { kind: 'refused', host: '10.0.0.5', port: 5432 }],
  ['could not translate host name "pg" to address: Name or service not known', { kind: 'no-such-host', host: 'pg' }],
  [
    'connection to server at "db" (10.1.1.1), port 5432 failed: Connection refused',
    { kind: 'refused', host: 'db', port: 5432 },
  ],
  ['java.net.UnknownHostException: inventory', { kind: 'no-such-host', host: 'inventory' }],
  ['Error 111 connecting to redis:6379. Connection refused.', { kind: 'refused', host: 'redis', port: 6379 }],
  ['curl: (6) Could not resolve host: api.example.org', { kind: 'no-such-host', host: 'api.example.org' }],
  ['failed: postgres://user:secret@db:5433/shop: connection timed out', { kind: 'timeout', host: 'db', port: 5433 }],
  [
    'Post "https://ledger.shop.svc:8443/x": context deadline exceeded',
    { kind: 'timeout', host: 'ledger.shop.svc', port: 8443 },
  ],
  ["bad address 'payments'", { kind: 'no-such-host', host: 'payments' }],
])('reads "%s"', (text, expected) => {
  expect(connectionFailure(text)).toMatchObject(expected);
});

test.each([
  'cart 2.4.1 listening on 8080',
  'statement timeout: query exceeded 3000ms under load',
  'upstream checkoutservice slow, timeout budget exceeded',
  'panic: nil pointer at main.go:31',
  'lock try timeout=5000',
])('takes "%s" for something else', (text) => {
  expect(connectionFailure(text)).toBeUndefined();
});
