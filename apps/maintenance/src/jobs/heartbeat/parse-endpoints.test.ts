import { expect, it } from 'vitest';
import { parseEndpoints } from './parse-endpoints.ts';

it('reads one endpoint a line', () => {
  const endpoints = parseEndpoints(
    [
      '# what customers see',
      '',
      'shop http https://shop.example.com/healthz?deep=1 shop',
      '  queue  tcp [::1]:5672 ',
      'name dns shop.example.com',
      'edge tls shop.example.com',
      'edge-2 tls 10.0.0.1:8443 shop',
    ].join('\r\n'),
  );

  expect(endpoints).toEqual([
    { name: 'shop', kind: 'http', target: 'https://shop.example.com/healthz?deep=1', namespace: 'shop' },
    { name: 'queue', kind: 'tcp', target: '[::1]:5672' },
    { name: 'name', kind: 'dns', target: 'shop.example.com' },
    { name: 'edge', kind: 'tls', target: 'shop.example.com' },
    { name: 'edge-2', kind: 'tls', target: '10.0.0.1:8443', namespace: 'shop' },
  ]);
});

it.each([
  ['Shop http https://a', /line 1: the name/],
  ['shop', /line 1: the kind/],
  ['shop ping a', /line 1: the kind/],
  ['shop http', /line 1: the target/],
  ['shop http file:///etc/passwd', /line 1: the target/],
  ['shop http https://user:word@a/', /without credentials/],
  ['shop tcp host', /host:port/],
  ['shop tcp host:0', /host:port/],
  ['shop tcp host:99999', /host:port/],
  ['shop tcp ::1:80', /host:port/],
  ['shop tcp [host]:80', /host:port/],
  ['shop dns 127.0.0.1', /host name/],
  ['shop dns a_b', /host name/],
  ['shop tls https://a', /host or host:port/],
  [`shop http https://a/${'x'.repeat(300)}`, /line 1: the target/],
  ['shop dns a shop more', /more than four words/],
  ['shop dns a SHOP', /the namespace/],
  ['shop dns a\n\nshop dns b', /line 3: the name shop stands twice/],
  [Array.from({ length: 201 }, (_, index) => `a${index} dns a`).join('\n'), /at most 200/],
])('refuses %j', (text, message) => {
  expect(() => parseEndpoints(text)).toThrow(
    expect.objectContaining({ code: 'CONFIGURATION_INVALID', message: expect.stringMatching(message) }),
  );
});
