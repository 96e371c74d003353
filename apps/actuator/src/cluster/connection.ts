import { request as requestHttp } from 'node:http';
import { type RequestOptions, request as requestHttps } from 'node:https';
import { AutoOpsError } from '@auto-ops/contracts';

/** An answer of the API server as it came. */
export interface ApiAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfterSeconds?: number | undefined;
}

/** One exchange with the API server; throws the socket's error where there is no answer. */
export interface Connection {
  send(method: string, path: string, body?: { readonly type: string; readonly text: string }): Promise<ApiAnswer>;
}

/** Where the credentials are: a file, or what the environment of a pod offers; `context` picks one of several. */
export interface ConnectionOptions {
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly timeoutMilliseconds?: number | undefined;
}

const answerLimit = 32 * 1024 * 1024;

/** Opens a connection with the credentials of a kubeconfig (or of the pod). Throws KUBECONFIG_INVALID. */
export async function openConnection(options: ConnectionOptions): Promise<Connection> {
  // The client library is half a second of loading, and most runs of this app never speak to a cluster.
  const { KubeConfig } = await import('./kube-config.ts');
  const config = new KubeConfig();
  try {
    if (options.kubeconfig === undefined) config.loadFromCluster();
    else config.loadFromFile(options.kubeconfig);
  } catch (cause) {
    throw new AutoOpsError(
      'KUBECONFIG_INVALID',
      `${options.kubeconfig ?? "The pod's service account"} cannot be read`,
      { cause },
    );
  }
  if (options.context !== undefined) config.setCurrentContext(options.context);
  const server = config.getCurrentCluster()?.server;
  if (server === undefined) {
    throw new AutoOpsError(
      'KUBECONFIG_INVALID',
      `There is no cluster for the context ${config.getCurrentContext() || '(none)'}`,
    );
  }
  const base = new URL(server);

  return {
    async send(method, path, body) {
      const settings: RequestOptions = {};
      await config.applyToHTTPSOptions(settings);
      return exchange(base, settings, method, path, body, options);
    },
  };
}

function exchange(
  base: URL,
  settings: RequestOptions,
  method: string,
  path: string,
  body: { readonly type: string; readonly text: string } | undefined,
  options: ConnectionOptions,
): Promise<ApiAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ApiAnswer>();
  const timeout = AbortSignal.timeout(options.timeoutMilliseconds ?? 10_000);
  const outgoing = (base.protocol === 'http:' ? requestHttp : requestHttps)(
    {
      ...settings,
      ...(base.protocol === 'http:' && { agent: undefined }),
      method,
      hostname: base.hostname.replace(/^\[|\]$/g, ''),
      port: base.port || (base.protocol === 'http:' ? 80 : 443),
      path: `${base.pathname.replace(/\/$/, '')}${path}`,
      headers: {
        ...(settings.headers as Record<string, string> | undefined),
        accept: 'application/json',
        'user-agent': 'auto-ops-actuator',
        ...(body !== undefined && {
          'content-type': body.type,
          'content-length': String(Buffer.byteLength(body.text)),
        }),
      },
      signal: options.signal === undefined ? timeout : AbortSignal.any([timeout, options.signal]),
    },
    (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > answerLimit) outgoing.destroy(new Error(`The answer is larger than ${answerLimit} bytes`));
        else chunks.push(chunk);
      });
      incoming.on('error', reject);
      incoming.on('end', () => {
        const seconds = Number(incoming.headers['retry-after']);
        resolve({
          status: incoming.statusCode ?? 0,
          body: Buffer.concat(chunks).toString(),
          retryAfterSeconds: Number.isFinite(seconds) ? seconds : undefined,
        });
      });
    },
  );
  outgoing.on('error', reject);
  outgoing.end(body?.text);
  return promise;
}
