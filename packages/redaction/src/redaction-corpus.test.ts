import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createRedactor } from './create-redactor.ts';

const cryptography = {
  sha256: () => '',
  hmac: (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex'),
  verifyEd25519: () => false,
};
const create = () => createRedactor({ key: 'run key', cryptography });

// Samples are put together at run time, so that no scanner takes this file for a leak.
const letters = (count: number, alphabet = 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0z') =>
  Array.from({ length: count }, (_, index) => alphabet[(index * 7 + 3) % alphabet.length]).join('');
const hex = (count: number) => letters(count, '0a1b2c3d4e5f6789');
const upper = (count: number) => letters(count, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567');
const jwt = `eyJ${letters(30)}.eyJ${letters(60)}.${letters(43)}`;
const pem = `-----BEGIN RSA ${'PRIVATE'} KEY-----\n${letters(64)}\n${letters(64)}\n-----END RSA ${'PRIVATE'} KEY-----`;

/** The text, the secret in it, the class of the tag. */
const positives: [text: string, secret: string, name: string][] = [
  [`token was ${jwt} at 10:00`, jwt, 'jwt'],
  [`Authorization: Bearer ${letters(40)}`, letters(40), 'bearer'],
  ['authorization: Basic dXNlcjpwYXNzd29yZDE=', 'dXNlcjpwYXNzd29yZDE=', 'basic'],
  [`key\n${pem}\nend`, letters(64), 'private-key'],
  [`"private_key": "${pem.replaceAll('\n', '\\n')}"`, letters(64), 'private-key'],
  [`-----BEGIN ${'PRIVATE'} KEY-----\n${letters(60)}`, letters(60), 'private-key'],
  ['DB_PASSWORD=hunter2', 'hunter2', 'password'],
  ['export PGPASSWORD="two words!"', 'two words!', 'password'],
  ['{"user":"a","password":"swordfish","port":1}', 'swordfish', 'password'],
  ['{\\"password\\":\\"swordfish\\"}', 'swordfish', 'password'],
  ['password: swordfish', 'swordfish', 'password'],
  ['host=db user=app password=swordfish sslmode=disable', 'swordfish', 'password'],
  ['mysql -u root --password=swordfish', 'swordfish', 'password'],
  ['postgres://app:swordfish@db:5432/shop', 'swordfish', 'password'],
  ['redis://:swordfish@cache:6379/0', 'swordfish', 'password'],
  ['app:swordfish@tcp(db:3306)/shop', 'swordfish', 'password'],
  ['machine example.com login me password swordfish', 'swordfish', 'password'],
  ['amqp://guest:sword%2Ffish@mq/', 'sword%2Ffish', 'password'],
  ['jdbc:postgresql://db/shop?user=app&password=swordfish&ssl=true', 'swordfish', 'password'],
  [`API_KEY=${letters(24)}`, letters(24), 'token'],
  [`x-api-key: ${letters(32)}`, letters(32), 'token'],
  [`client_secret=${letters(30)}`, letters(30), 'token'],
  [`aws_secret_access_key = ${letters(40)}`, letters(40), 'token'],
  [`AWS_ACCESS_KEY_ID=AKIA${upper(16)}`, `AKIA${upper(16)}`, 'aws-access-key'],
  [`AccountName=x;AccountKey=${letters(86)}==;`, letters(86), 'token'],
  [`    client-key-data: ${letters(120)}`, letters(120), 'token'],
  [`//registry.example/:_authToken=${letters(36)}`, letters(36), 'token'],
  [`"auths":{"r.example":{"auth":"${letters(24)}"}}`, letters(24), 'token'],
  [`Cookie: session=${letters(20)}; theme=dark`, letters(20), 'cookie'],
  [`set-cookie: sid=${letters(20)}; HttpOnly`, letters(20), 'cookie'],
  [`ghp_${letters(36)}`, `ghp_${letters(36)}`, 'github-token'],
  [`github_pat_${letters(60)}`, `github_pat_${letters(60)}`, 'github-token'],
  [`xoxb-${letters(30)}`, `xoxb-${letters(30)}`, 'slack-token'],
  [`https://hooks.slack.com/services/T${upper(8)}/B${upper(8)}/${letters(24)}`, letters(24), 'slack-webhook'],
  [`sk-ant-api03-${letters(60)}`, letters(60), 'anthropic-key'],
  [`sk-proj-${letters(48)}`, letters(48), 'openai-key'],
  [`sk_live_${letters(24)}`, letters(24), 'stripe-key'],
  [`AIza${letters(35)}`, letters(35), 'google-key'],
  [`npm_${letters(36)}`, letters(36), 'npm-token'],
  [`pypi-${letters(80)}`, letters(80), 'pypi-token'],
  [`glpat-${letters(20)}`, letters(20), 'gitlab-token'],
  [`glsa_${letters(32)}_${hex(8)}`, letters(32), 'grafana-token'],
  [`SG.${letters(22)}.${letters(43)}`, letters(43), 'sendgrid-key'],
  [`SK${hex(32)}`, hex(32), 'twilio-key'],
  [`hvs.${letters(40)}`, letters(40), 'vault-token'],
  [`dop_v1_${hex(64)}`, hex(64), 'digitalocean-token'],
  [`dckr_pat_${letters(27)}`, letters(27), 'docker-token'],
  [`shpat_${hex(32)}`, hex(32), 'shopify-token'],
  [`sq0atp-${letters(22)}`, letters(22), 'square-token'],
  [`dapi${hex(32)}`, hex(32), 'databricks-token'],
  [`NRAK-${upper(27)}`, upper(27), 'new-relic-key'],
  [`lin_api_${letters(40)}`, letters(40), 'linear-key'],
  [`ntn_${letters(46)}`, letters(46), 'notion-token'],
  [`hf_${letters(34)}`, letters(34), 'hugging-face-token'],
  [`ATATT3${letters(80)}`, letters(80), 'atlassian-token'],
  [`dp.pt.${letters(43)}`, letters(43), 'doppler-token'],
  [`https://api.telegram.org/bot123456789:AA${letters(33)}/x`, letters(33), 'telegram-token'],
  [`AGE-${'SECRET'}-KEY-1${upper(58)}`, upper(58), 'age-key'],
  [`https://x.blob.core.example/a?sv=1&sig=${letters(43)}%3D`, letters(43), 'signed-url'],
];

test.each(positives)('replaces the secret of %j', (text, secret, name) => {
  const result = create().text(text);

  expect(result).not.toContain(secret);
  expect(result).toMatch(new RegExp(`\\[secret:${name}#[0-9a-f]{8}\\]`));
});

const digest = `sha256:${hex(64)}`;
const negatives = [
  `registry.example/shop/cart@${digest}`,
  `commit ${hex(40)}`,
  `trace_id=${hex(32)} span_id=${hex(16)}`,
  `{"traceId":"${hex(32)}","uid":"6f9619ff-8b86-d011-b42d-00cf4fc964ff"}`,
  'resourceVersion: "123456789"',
  'pod cart-7d9c5b8f6d-x2x7k, replica set cart-7d9c5b8f6d',
  "couldn't find key DB_PASSWORD in Secret shop/cart-credentials",
  'MountVolume.SetUp failed for volume "tls" : secret "cart-tls" not found',
  'secret "cart-credentials" not found',
  'secretName: cart-tls',
  'imagePullSecrets: [{"name":"registry-login"}]',
  'error: invalid token: expired',
  'password: incorrect',
  'password authentication failed for user "app"',
  'token: unexpected end of input',
  'Basic authentication is required',
  'Bearer realm="https://auth.example/token",service="registry"',
  'tokenExpirationSeconds: 3607',
  'TOKEN_FILE=/var/run/secrets/tokens/api',
  'token: /var/run/secrets/kubernetes.io/serviceaccount/token',
  'DB_PASSWORD=$(DB_PASSWORD_FROM_SECRET)',
  `password=${'$'}{DB_PASSWORD}`,
  'password=********',
  'PASSWORD=<redacted>',
  `checksum/secret: ${hex(64)}`,
  `cache key: ${hex(40)}`,
  'primary key=42',
  'https://user@example.com/path',
  'http://cart.shop.svc:8080/healthz',
  'ssh://git@example.com:22/x.git',
  'duplicate key value violates unique constraint "orders_pkey"',
  'authorizer=RBAC authorization: mode=always',
  'system:serviceaccount:shop:default cannot get resource "secrets"',
  'keyspace=orders keys=12 monkey=banana-banana-banana',
  `-----BEGIN CERTIFICATE-----\n${letters(64)}\n-----END CERTIFICATE-----`,
  'x509: certificate has expired or is not yet valid: current time 2026-01-01T00:00:00Z is after 2025-01-01T00:00:00Z',
  'dial tcp 10.0.0.1:5432: connect: connection refused',
  'Back-off restarting failed container app in pod cart-7d9c5b8f6d-x2x7k_shop(6f9619ff-8b86-d011-b42d-00cf4fc964ff)',
];

test.each(negatives)('leaves %j alone', (text) => {
  expect(create().text(text)).toBe(text);
});

test('does not touch its own tags, so that a second pass changes nothing', () => {
  const redactor = create();
  const once = positives.map(([text]) => redactor.text(text));

  const changed = once.filter((text) => redactor.text(text) !== text);

  expect(changed).toEqual([]);
});
