import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createServer, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { lookAt } from './look-at.ts';

const never = new AbortController().signal;

async function serverFor(days: number) {
  const folder = temporaryFolder();
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const words = [
    'req',
    '-x509',
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-days',
    String(days),
  ];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', [...words, ...subject, '-keyout', key, '-out', cert], { stdio: 'ignore' });
  const certificate = readFileSync(cert, 'utf8');
  const server = createServer({ key: readFileSync(key), cert: certificate }, (socket) => socket.on('error', () => {}));
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(() => void server.close());
  return { certificate, port: (server.address() as AddressInfo).port };
}

it('warns of a certificate that ends soon, and refuses one of nobody or for another name', async () => {
  const { certificate, port } = await serverFor(20);
  const usual = getCACertificates('default');
  onTestFinished(() => setDefaultCACertificates(usual));
  const look = (host: string, now?: Date) =>
    lookAt({ name: 'edge', kind: 'tls', target: `${host}:${port}` }, never, now === undefined ? {} : { now });

  const unknown = await look('localhost');
  setDefaultCACertificates([...usual, certificate]);
  const good = await look('localhost');
  const late = await look('localhost', new Date(Date.now() + 10 * 24 * 3600 * 1000));
  const other = await look('127.0.0.1');

  expect(unknown).toMatchObject({ ok: false, detail: expect.stringMatching(/SELF_SIGNED/) });
  expect(good).toMatchObject({ ok: true });
  expect(late).toMatchObject({ ok: false, detail: expect.stringMatching(/^the certificate ends in 9 days, at 20/) });
  expect(other).toMatchObject({ ok: false, detail: expect.stringMatching(/ERR_TLS_CERT_ALTNAME_INVALID/) });
});
