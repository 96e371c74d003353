import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { createServer, type Server } from 'node:https';

/** PEM files of a certificate and its key. */
export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
}

/**
 * Makes a TLS server that looks for a renewed certificate every `milliseconds` and takes it without a restart. Files that do not fit each
 * other, as in the middle of a renewal, leave it as it is. Throws where they do not at the start.
 */
export function renewingServer(files: CertificateFiles, handler: RequestListener, milliseconds = 30_000): Server {
  const read = () => ({ cert: readFileSync(files.certificate), key: readFileSync(files.key) });
  let current = read();
  const server = createServer(current, handler);
  const timer = setInterval(() => {
    try {
      const next = read();
      if (next.cert.equals(current.cert) && next.key.equals(current.key)) return;
      server.setSecureContext(next);
      current = next;
    } catch {
      // The next look finds the other half of the renewal.
    }
  }, milliseconds).unref();
  server.on('close', () => clearInterval(timer));
  return server;
}
