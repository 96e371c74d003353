import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { hostAndPort } from './host-and-port.ts';

const day = 24 * 60 * 60 * 1000;
const warningDays = 14;

/** Expects a certificate that is trusted, bears the name, and is valid for two weeks more. */
export async function lookAtCertificate(target: string, signal: AbortSignal, now: Date): Promise<string | undefined> {
  const { host = target, port = 443 } = hostAndPort(target) ?? {};
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  const socket = connect({ host, port, ...(isIP(host) === 0 ? { servername: host } : {}) });
  const stop = () => socket.destroy(signal.reason as Error);
  signal.addEventListener('abort', stop, { once: true });
  socket.on('error', reject);
  socket.on('secureConnect', () => resolve(socket.getPeerCertificate().valid_to));
  try {
    const end = new Date(await promise);
    const days = Math.floor((end.getTime() - now.getTime()) / day);
    return days < warningDays ? `the certificate ends in ${days} days, at ${end.toISOString()}` : undefined;
  } finally {
    signal.removeEventListener('abort', stop);
    socket.destroy();
  }
}
