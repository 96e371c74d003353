// Only Node's own modules and no syntax beyond types: this file also runs by itself in a pod.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** An answer that comes instead of the next ones, such as a limit or an outage. */
export interface GitHubFault {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Closes the connection instead of answering. */
  readonly isCut?: boolean;
}

/** How the fake is started. */
export interface FakeGitHubOptions {
  readonly host?: string;
  readonly port?: number;
  /** Whoever sends another one gets 401; nobody has to send one where absent. */
  readonly token?: string;
  /** Requests until the reset, an hour after the start; 5000 as GitHub has it. */
  readonly limit?: number;
}

/** A running fake of GitHub's REST API. */
export interface FakeGitHub {
  /** Without a trailing slash. */
  readonly url: string;
  /** Method and path with query of every request to the API, oldest first. */
  readonly requests: readonly string[];
  /** Puts what the API answers at a path such as `/repos/octo/cart/issues/7`; a list is answered in pages. */
  put(path: string, value: unknown): void;
  /** The next requests meet these, one each. */
  fail(...faults: readonly GitHubFault[]): void;
  close(): Promise<void>;
}

/**
 * Starts a fake GitHub that reads only: objects by path, pages of lists, tokens, the hourly limit and its headers. Another program
 * changes it by `PUT /_state` with an object of paths and values.
 */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const { host = '127.0.0.1', port = 0, token, limit = 5000 } = options;
  const objects = new Map<string, unknown>();
  const requests: string[] = [];
  const faults: GitHubFault[] = [];
  const reset = Math.floor(Date.now() / 1000) + 3600;
  let used = 0;

  async function change(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const state = JSON.parse(Buffer.concat(chunks).toString()) as Record<string, unknown>;
    for (const [path, value] of Object.entries(state)) objects.set(path, value);
    response.writeHead(204).end();
  }

  function answer(request: IncomingMessage, response: ServerResponse): void {
    const { method = 'GET', url = '/' } = request;
    const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, {
        'content-type': 'application/json; charset=utf-8',
        'x-ratelimit-limit': String(limit),
        'x-ratelimit-remaining': String(Math.max(0, limit - used)),
        'x-ratelimit-reset': String(reset),
        ...headers,
      });
      response.end(JSON.stringify(body));
    };
    requests.push(`${method} ${url}`);
    const fault = faults.shift();
    if (fault?.isCut) request.socket.destroy();
    else if (fault) send(fault.status, { message: 'a fault of the test' }, fault.headers);
    else if (token !== undefined && request.headers.authorization !== `token ${token}`)
      send(401, { message: 'Bad credentials' });
    else if (used >= limit) send(403, { message: 'API rate limit exceeded' });
    else {
      used += 1;
      const { pathname, searchParams } = new URL(url, 'http://fake');
      const found = objects.get(decodeURIComponent(pathname));
      if (method !== 'GET' || found === undefined) send(404, { message: 'Not Found' });
      else if (Array.isArray(found)) {
        const size = Number(searchParams.get('per_page') ?? 30);
        const page = Number(searchParams.get('page') ?? 1);
        send(200, found.slice((page - 1) * size, page * size));
      } else send(200, found);
    }
  }

  const server = createServer((request, response) => {
    if (request.method === 'PUT' && request.url === '/_state')
      change(request, response).catch((error: Error) => response.writeHead(400).end(error.message));
    else answer(request, response);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    url: `http://${host}:${(server.address() as AddressInfo).port}`,
    requests,
    put: (path, value) => objects.set(path, value),
    fail: (...more) => faults.push(...more),
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
