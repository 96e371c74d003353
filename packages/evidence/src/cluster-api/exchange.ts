import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Credentials } from './credentials.ts';

/** An answer as it came. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  /** Of the header Retry-After. */
  readonly retryAfterSeconds?: number;
}

const idleMilliseconds = 10_000;
const totalMilliseconds = 60_000;
const maximumBytes = 128 * 1024 * 1024;

/** One GET; rejects with the error of the socket, of a time-out (10 s without a byte, 60 s in all) or of the signal. */
export async function exchange(
  credentials: Credentials,
  path: string,
  accept: string,
  signal: AbortSignal,
): Promise<Answer> {
  const { server, agent } = credentials;
  const headers = { ...(await credentials.headers()), accept, 'user-agent': 'auto-ops-collector' };
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const limit = AbortSignal.any([signal, AbortSignal.timeout(totalMilliseconds)]);
  const send = server.protocol === 'http:' ? httpRequest : httpsRequest;
  const url = new URL(`${server.pathname.replace(/\/$/, '')}${path}`, server);
  const outgoing = send(url, { agent, headers, signal: limit }, (incoming) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    incoming.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      chunks.push(chunk);
      if (bytes > maximumBytes) outgoing.destroy(new Error(`the answer is longer than ${maximumBytes} bytes`));
    });
    incoming.on('error', reject);
    incoming.on('end', () => {
      const retryAfter = Number(incoming.headers['retry-after']);
      const text = Buffer.concat(chunks).toString('utf8');
      const answer = { status: incoming.statusCode ?? 0, text };
      resolve(Number.isFinite(retryAfter) ? { ...answer, retryAfterSeconds: retryAfter } : answer);
    });
  });
  outgoing.setTimeout(idleMilliseconds, () => outgoing.destroy(new Error(`no answer within ${idleMilliseconds} ms`)));
  outgoing.on('error', reject);
  outgoing.end();
  return promise;
}
