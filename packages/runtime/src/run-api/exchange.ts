import { createWriteStream } from 'node:fs';
import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';
import type { RunApiAddress } from './run-api-address.ts';

/** One request to the run API. */
export interface RunApiRequest {
  readonly method: 'GET' | 'PUT';
  readonly path: string;
  readonly body?: { readonly type: string; readonly content: Buffer };
  /** Where an answer goes that is too large for memory. */
  readonly file?: string;
  /** Instead of the client's own. */
  readonly timeoutMilliseconds?: number;
}

/** What came back. */
export interface RunApiAnswer {
  readonly status: number;
  readonly text: string;
}

const answerLimit = 16 * 1024 * 1024;

/** Sends one request; rejects with the socket's error where there is no answer. An answer of 200 goes into `file` where one is given. */
export function exchange(
  address: RunApiAddress,
  token: string | undefined,
  { method, path, body, file }: RunApiRequest,
  signal: AbortSignal,
): Promise<RunApiAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RunApiAnswer>();
  const headers = {
    accept: file === undefined ? 'application/json' : 'application/gzip, application/problem+json',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(body !== undefined && { 'content-type': body.type, 'content-length': body.content.length }),
  };
  const outgoing =
    'socketPath' in address
      ? requestHttp({ socketPath: address.socketPath, method, path, headers, signal })
      : (address.url.protocol === 'https:' ? requestHttps : requestHttp)(
          new URL(`${address.url.pathname.replace(/\/$/, '')}${path}`, address.url),
          { method, headers, signal },
        );
  outgoing.on('error', reject);
  outgoing.on('response', (incoming) => {
    if (file !== undefined && incoming.statusCode === 200) {
      pipeline(incoming, createWriteStream(file, { mode: 0o600 })).then(
        () => resolve({ status: 200, text: '' }),
        reject,
      );
      return;
    }
    const chunks: Buffer[] = [];
    let size = 0;
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > answerLimit) outgoing.destroy(new Error(`the answer is larger than ${answerLimit} bytes`));
      else chunks.push(chunk);
    });
    incoming.on('error', reject);
    incoming.on('end', () => resolve({ status: incoming.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
  });
  outgoing.end(body?.content);
  return promise;
}
