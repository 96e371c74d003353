import { connect } from 'node:net';
import { hostAndPort } from './host-and-port.ts';

/** Expects that a connection is taken. */
export async function lookAtPort(target: string, signal: AbortSignal): Promise<undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<undefined>();
  const { host, port = 0 } = hostAndPort(target) ?? {};
  const socket = connect({ host, port, signal });
  socket.on('error', reject);
  socket.on('connect', () => resolve(undefined));
  try {
    return await promise;
  } finally {
    socket.destroy();
  }
}
