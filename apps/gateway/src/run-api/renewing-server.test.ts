import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { renameSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { temporaryFolder } from '@auto-ops/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { renewingServer } from './renewing-server.ts';

const hasOpenssl = spawnSync('openssl', ['version']).status === 0;

function certificateFor(name: string, folder: string) {
  const files = { certificate: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
  const words = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2'];
  execFileSync('openssl', [...words, '-subj', `/CN=${name}`, '-keyout', files.key, '-out', files.certificate], {
    stdio: 'ignore',
  });
  return files;
}

async function nameOf(port: number): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1', rejectUnauthorized: false });
  await once(socket, 'secureConnect');
  const { subject } = socket.getPeerCertificate();
  socket.destroy();
  return String(subject.CN);
}

describe.skipIf(!hasOpenssl)(
  'the server of the run API with TLS (put openssl on the PATH where this is skipped)',
  () => {
    it('takes a renewed certificate without a restart, and no half of one', async () => {
      const folder = temporaryFolder();
      const files = certificateFor('first', folder);
      const next = certificateFor('second', folder);
      const server = renewingServer(files, (_, response) => response.end(), 20);
      onTestFinished(() => void server.close());
      await once(server.listen(0, '127.0.0.1'), 'listening');
      const { port } = server.address() as AddressInfo;
      expect(await nameOf(port)).toBe('first');

      writeFileSync(files.key, 'half of it');
      await new Promise((resolve) => setTimeout(resolve, 60));
      expect(await nameOf(port)).toBe('first');
      renameSync(next.key, files.key);
      renameSync(next.certificate, files.certificate);

      await vi.waitFor(async () => expect(await nameOf(port)).toBe('second'), 5000);
    });

    it('does not start without a certificate', () => {
      const folder = temporaryFolder();

      expect(() => renewingServer({ certificate: join(folder, 'none'), key: join(folder, 'none') }, () => {})).toThrow(
        'ENOENT',
      );
    });
  },
);
