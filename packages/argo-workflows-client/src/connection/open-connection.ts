import { type ClientRequest, Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions, request as requestHttps } from 'node:https';
import { createInterface } from 'node:readline';
import type { ApiAnswer, ApiConnection, ApiRequest } from './api-connection.ts';
import type { Credentials } from './credentials.ts';

const answerLimit = 64 * 1024 * 1024;
const usualTimeout = 10_000;
// A watch is closed by the server after five minutes at the latest, and sends a bookmark every minute.
const silence = 120_000;

/** Opens a connection that keeps its sockets; nothing is sent before the first request. */
export function openConnection(credentials: Credentials): ApiConnection {
  const base = new URL(credentials.server);
  const isPlain = base.protocol === 'http:';
  const { authority: ca, certificate: cert, key, verify = true } = credentials;
  const agent = isPlain
    ? new HttpAgent({ keepAlive: true, maxSockets: 16 })
    : new HttpsAgent({
        keepAlive: true,
        maxSockets: 16,
        rejectUnauthorized: verify,
        ...(ca && { ca }),
        ...(cert && { cert }),
        ...(key && { key }),
      });

  function open(request: ApiRequest, signal: AbortSignal): ClientRequest {
    const token = credentials.token?.();
    const content = request.body === undefined ? undefined : Buffer.from(JSON.stringify(request.body));
    const options: RequestOptions = {
      agent,
      method: request.method,
      signal,
      headers: {
        // The keys of a cluster come under a media type of their own.
        accept: 'application/json, */*',
        'user-agent': 'auto-ops',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(content !== undefined && {
          'content-type': request.type ?? 'application/json',
          'content-length': content.length,
        }),
      },
    };
    const outgoing = (isPlain ? requestHttp : requestHttps)(
      new URL(`${base.pathname.replace(/\/$/, '')}${request.path}`, base),
      options,
    );
    outgoing.end(content);
    return outgoing;
  }

  return {
    async send(request) {
      const signal = AbortSignal.timeout(request.timeoutMilliseconds ?? usualTimeout);
      const incoming = await answerOf(open(request, signal));
      return read(incoming);
    },
    async *lines(path, signal) {
      const incoming = await answerOf(open({ method: 'GET', path }, signal));
      if (incoming.statusCode !== 200) throw new Error('no stream was opened', { cause: await read(incoming) });
      const idle = setTimeout(() => incoming.destroy(new Error('the stream is silent')), silence);
      try {
        incoming.on('data', () => idle.refresh());
        for await (const line of createInterface({ input: incoming })) if (line !== '') yield line;
      } finally {
        clearTimeout(idle);
        incoming.destroy();
      }
    },
    close: () => agent.destroy(),
  };
}

function answerOf(outgoing: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => outgoing.on('response', resolve).on('error', reject));
}

async function read(incoming: IncomingMessage): Promise<ApiAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > answerLimit) throw new Error(`the answer is larger than ${answerLimit} bytes`);
    chunks.push(chunk);
  }
  const seconds = Number(incoming.headers['retry-after']);
  return {
    status: incoming.statusCode ?? 0,
    text: Buffer.concat(chunks).toString('utf8'),
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined,
  };
}
