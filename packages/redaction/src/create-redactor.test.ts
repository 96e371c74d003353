import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createRedactor } from './create-redactor.ts';

const cryptography = {
  sha256: () => '',
  hmac: (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex'),
  verifyEd25519: () => false,
};

test('gives the same value the same tag in a run, and another in another run', () => {
  const [one, other] = ['one', 'other'].map((key) => createRedactor({ key, cryptography }));

  const first = one?.text('PASSWORD=swordfish');

  expect(first).toMatch(/^PASSWORD=\[secret:password#[0-9a-f]{8}\]$/);
  expect(one?.text('password: swordfish').slice(10)).toBe(first?.slice(9));
  expect(other?.text('PASSWORD=swordfish')).not.toBe(first);
});

test('gives no hash without a key', () => {
  expect(createRedactor({ cryptography }).text('PASSWORD=swordfish')).toBe('PASSWORD=[secret:password]');
});

test('knows what stands where in an object', () => {
  const redactor = createRedactor({ cryptography });

  const result = redactor.object({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'cart', resourceVersion: '12345678', uid: '6f9619ff-8b86-d011-b42d-00cf4fc964ff' },
    spec: {
      automountServiceAccountToken: false,
      containers: [
        {
          image: `r.example/cart@sha256:${'0a'.repeat(32)}`,
          args: ['--user', 'app', '--password', 'swordfish', '--token=abcdef123456', '--verbose'],
          env: [
            { name: 'LOG_LEVEL', value: 'debug' },
            { name: 'API_TOKEN', value: 'opensesame' },
            { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'cart-credentials', key: 'password' } } },
          ],
          livenessProbe: { httpGet: { httpHeaders: [{ name: 'Authorization', value: 'opensesame' }] } },
        },
      ],
      volumes: [{ name: 'tls', secret: { secretName: 'cart-tls' } }],
    },
  });

  expect(result).toMatchObject({
    metadata: { resourceVersion: '12345678', uid: '6f9619ff-8b86-d011-b42d-00cf4fc964ff' },
    spec: {
      automountServiceAccountToken: false,
      containers: [
        {
          image: `r.example/cart@sha256:${'0a'.repeat(32)}`,
          args: ['--user', 'app', '--password', '[secret:password]', '--token=[secret:token]', '--verbose'],
          env: [
            { name: 'LOG_LEVEL', value: 'debug' },
            { name: 'API_TOKEN', value: '[secret:token]' },
            { name: 'DB_PASSWORD', valueFrom: { secretKeyRef: { name: 'cart-credentials', key: 'password' } } },
          ],
          livenessProbe: { httpGet: { httpHeaders: [{ name: 'Authorization', value: '[secret:token]' }] } },
        },
      ],
      volumes: [{ name: 'tls', secret: { secretName: 'cart-tls' } }],
    },
  });
});

test('keeps names of Secrets in annotations', () => {
  const annotations = { 'nginx.example/auth-secret': 'shop/basic-auth-2', 'x/auth-secret': 'basic-auth' };

  expect(createRedactor({ cryptography }).object(annotations)).toEqual(annotations);
});

test('masks every value of a Secret', () => {
  const secret = {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'x' },
    data: { a: 'c2VjcmV0' },
    stringData: { b: 'x' },
  };

  const result = createRedactor({ cryptography }).object(secret);

  expect(result).toEqual({ ...secret, data: { a: 'KioqKioqKio=' }, stringData: { b: 'KioqKioqKio=' } });
});

test('drops what hides text, and counts it', () => {
  const redactor = createRedactor({ cryptography });

  const result = redactor.text(
    '\u001b[31mred\u001b[0m \u001b]0;title\u0007ze\u200bro \u202Egnp\u{e0041}\u{e0042} pass\u200bword=swordfish\tend 🚀\n',
  );

  expect(result).toBe('red zero gnp password=[secret:password]\tend 🚀\n');
  expect(Object.fromEntries(redactor.counts)).toEqual({ 'hidden-characters': 1, password: 1 });
});

test('keeps an own key named __proto__ harmless', () => {
  const value: unknown = JSON.parse('{"__proto__":{"password":"swordfish"}}');

  const result = createRedactor({ cryptography }).object(value);

  expect(JSON.stringify(result)).toBe('{"__proto__":{"password":"[secret:password]"}}');
  expect(({} as Record<string, unknown>).password).toBeUndefined();
});

test.each([
  'key'.repeat(70_000),
  'password'.repeat(25_000),
  `${'a.'.repeat(100_000)}`,
  `://${'a'.repeat(200_000)}`,
  '://a:'.repeat(40_000),
  ':'.repeat(200_000),
  `-----BEGIN ${'PRIVATE'} KEY-----`.repeat(7_000),
  'eyJ'.repeat(70_000),
  `eyJ${'a'.repeat(200_000)}`,
  'cookie: a'.repeat(22_000),
  'login '.repeat(33_000),
  'token = "'.repeat(22_000),
  '\u001b]0;'.repeat(40_000),
  'Bearer '.repeat(28_000),
  'sk-'.repeat(66_000),
])('stays linear on hostile text %#', (text) => {
  const redactor = createRedactor({ cryptography });
  const started = performance.now();

  redactor.text(text);

  expect(performance.now() - started).toBeLessThan(1000);
});
