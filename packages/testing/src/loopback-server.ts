import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** A request as the server received it; `path` carries the query. */
export interface ReceivedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** What the server answers; `body` that is neither a string nor bytes is sent as JSON. The status is 200 unless given. */
export interface LoopbackAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** A running server: its address without a trailing slash, and all requests so far, oldest first. */
export interface LoopbackServer {
  readonly url: string;
  readonly requests: readonly ReceivedRequest[];
}

/**
 * Starts an HTTP server on a free port of 127.0.0.1 that answers what `answer` returns and stops when the running test
 * ends. An `answer` that throws becomes a 500 with the error's text.
 */
export async function loopbackServer(
  answer: (request: ReceivedRequest) => LoopbackAnswer | Promise<LoopbackAnswer>,
): Promise<LoopbackServer> {
  const requests: ReceivedRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const { method = 'GET', url: path = '/', headers } = incoming;
    const request = { method, path, headers, body: Buffer.concat(chunks).toString() };
    requests.push(request);
    const { status = 200, headers: extra = {}, body = '' } = await settle(answer, request);
    const isRaw = typeof body === 'string' || body instanceof Uint8Array;
    outgoing.writeHead(status, { 'content-type': isRaw ? 'text/plain' : 'application/json', ...extra });
    outgoing.end(isRaw ? body : JSON.stringify(body));
  });

  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(async () => {
    server.closeAllConnections();
    await server[Symbol.asyncDispose]();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

async function settle(
  answer: (request: ReceivedRequest) => LoopbackAnswer | Promise<LoopbackAnswer>,
  request: ReceivedRequest,
): Promise<LoopbackAnswer> {
  try {
    return await answer(request);
  } catch (error) {
    return { status: 500, body: String(error) };
  }
}
