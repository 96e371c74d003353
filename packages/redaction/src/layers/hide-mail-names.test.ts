import { expect, test } from 'vitest';
import { hideMailNames } from './hide-mail-names.ts';

const hidden = (text: string) => hideMailNames(text, (name, value) => `[${name}:${value}]`);

test.each([
  ['mail to Jane.Doe+test@example.org failed', 'mail to [mail:jane.doe+test]@example.org failed'],
  ['<jane@shop.example.com>, <joe@example.org>', '<[mail:jane]@shop.example.com>, <[mail:joe]@example.org>'],
  [
    'login failed for jane@db.shop.svc.cluster.local:5432',
    'login failed for [mail:jane]@db.shop.svc.cluster.local:5432',
  ],
])('hides the person in %j', (text, expected) => {
  expect(hidden(text)).toBe(expected);
});

test.each([
  'registry.example.org/cart@sha256:0a0a0a0a',
  'git@github.com:shop/cart.git',
  'getty@tty1.service failed',
  'left-pad@1.3.0 and github.com/x/y@v1.2.3',
  '@scope/name',
  'cart@project.iam.gserviceaccount.com lacks a role',
  'java.lang.Object@1b6d3586',
  'postgres://app:[secret:password]@db.example.org/shop',
])('leaves %j', (text) => {
  expect(hidden(text)).toBe(text);
});

test('stays linear on a hostile line', () => {
  const started = performance.now();
  hidden(`${'a.'.repeat(100_000)}@${'b-'.repeat(100_000)}`);

  expect(performance.now() - started).toBeLessThan(2000);
});
