import { existsSync } from 'node:fs';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent, type RequestOptions } from 'node:https';
import { AutoOpsError } from '@auto-ops/contracts';

/** Where the credentials come from: a kubeconfig file, or the ServiceAccount of the pod where there is none. */
export interface ClusterAccess {
  readonly kubeconfig?: string | undefined;
  readonly context?: string | undefined;
}

/** What a request needs; `headers` are asked for again before each request, because tokens are renewed. */
export interface Credentials {
  readonly server: URL;
  readonly agent: HttpAgent | HttpsAgent;
  headers(): Promise<Readonly<Record<string, string>>>;
}

const tokenFile = '/var/run/secrets/kubernetes.io/serviceaccount/token';
const connections = 8;

/** Reads the kubeconfig, or the mounted ServiceAccount; throws KUBECONFIG_INVALID. */
export async function readCredentials(access: ClusterAccess): Promise<Credentials> {
  // Half a second of loading that a replay does not need.
  const { KubeConfig } = await import('./kube-config.ts');
  const config = new KubeConfig();
  const name = access.kubeconfig ?? 'the ServiceAccount of this pod';
  const options: RequestOptions = {};
  try {
    if (access.kubeconfig !== undefined) config.loadFromFile(access.kubeconfig);
    else if (existsSync(tokenFile)) config.loadFromCluster();
    else throw new Error('there is no kubeconfig and no mounted token');
    if (access.context !== undefined) config.setCurrentContext(access.context);
    const context = config.getContextObject(config.getCurrentContext());
    if (!context) throw new Error(`there is no context ${JSON.stringify(config.getCurrentContext() ?? '')}`);
    await config.applyToHTTPSOptions(options);
    const server = new URL(config.getCurrentCluster()?.server ?? '');
    return { server, agent: agentOf(server, options), headers: () => headersOf(config) };
  } catch (error) {
    throw new AutoOpsError('KUBECONFIG_INVALID', `${name}: ${(error as Error).message}`, { cause: error });
  }
}

function agentOf(server: URL, options: RequestOptions): HttpAgent | HttpsAgent {
  const settings = { keepAlive: true, maxSockets: connections };
  if (server.protocol === 'http:') return new HttpAgent(settings);
  const { ca, cert, key, pfx, passphrase, rejectUnauthorized, servername } = options;
  const given = Object.entries({ ca, cert, key, pfx, passphrase, rejectUnauthorized, servername });
  return new HttpsAgent({ ...settings, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) });
}

async function headersOf(config: {
  applyToHTTPSOptions(options: RequestOptions): Promise<void>;
}): Promise<Record<string, string>> {
  const options: RequestOptions = {};
  await config.applyToHTTPSOptions(options);
  const basic = typeof options.auth === 'string' ? Buffer.from(options.auth).toString('base64') : undefined;
  return {
    ...(options.headers as Record<string, string> | undefined),
    ...(basic === undefined ? {} : { authorization: `Basic ${basic}` }),
  };
}
