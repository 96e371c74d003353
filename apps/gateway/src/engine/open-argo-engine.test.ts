import { createPublicKey } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKubernetesApi } from '@auto-ops/argo-workflows-client';
import { createLogger } from '@auto-ops/runtime';
import { loopbackServer, temporaryFolder } from '@auto-ops/testing';
import { expect, it, onTestFinished } from 'vitest';
import { Config } from '../config.ts';
import { openDecisionKey } from '../control/decision-key.ts';
import { openArgoEngine } from './open-argo-engine.ts';
import { publishDecisionKey } from './publish-decision-key.ts';

const logger = createLogger({ name: 'test', level: 'silent' });
const complete = {
  engine: 'argo',
  tokens: 'ada admin token-of-ada-in-the-test',
  hookTokens: 'hook-token-of-the-test',
  eventsUrl: 'http://127.0.0.1:1/auto-ops',
  eventsToken: 'word',
  argoServer: 'http://127.0.0.1:1',
  runApiListen: '127.0.0.1:0',
};

it.each([
  [
    { eventsUrl: undefined, argoServer: undefined },
    /AUTO_OPS_EVENTS_URL: is not set; AUTO_OPS_ARGO_SERVER: is not set/,
  ],
  [{ runApiCertificate: '/tls.crt' }, /AUTO_OPS_RUN_API_KEY/],
  [{ bundles: '/bundles' }, /AUTO_OPS_BUNDLES/],
])('refuses %o, with every problem at once', (over, message) => {
  const folder = temporaryFolder();
  const config = Config.parse({ ...complete, ...over, data: folder });

  expect(() => openArgoEngine(config, openDecisionKey(folder, undefined), logger)).toThrowError(
    expect.objectContaining({ code: 'CONFIGURATION_INVALID', message: expect.stringMatching(message) }),
  );
});

it('says that it is neither in a pod nor has a kubeconfig', () => {
  const folder = temporaryFolder();
  const config = Config.parse({ ...complete, data: folder, kubeconfig: join(folder, 'none') });

  expect(() => openArgoEngine(config, openDecisionKey(folder, undefined), logger)).toThrowError(
    expect.objectContaining({ code: 'KUBECONFIG_INVALID' }),
  );
});

it('publishes the public half of the key, also over the one of a former installation', async () => {
  let isThere = false;
  const server = await loopbackServer(({ method }) => {
    const status = method === 'POST' && isThere ? 409 : 201;
    isThere = true;
    return { status, body: {} };
  });
  const api = openKubernetesApi({ server: server.url });
  onTestFinished(() => api.close());
  const key = openDecisionKey(temporaryFolder(), undefined);

  await publishDecisionKey(api, 'auto-ops', key);
  await publishDecisionKey(api, 'auto-ops', key);

  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'POST /api/v1/namespaces/auto-ops/configmaps',
    'POST /api/v1/namespaces/auto-ops/configmaps',
    'PATCH /api/v1/namespaces/auto-ops/configmaps/auto-ops-decision-keys',
  ]);
  const { data } = JSON.parse(server.requests[2]?.body ?? '') as { data: Record<string, string> };
  const [, base64 = ''] = /^[0-9a-f]{16}=spki:(.+)$/.exec(data.AUTO_OPS_DECISION_PUBLIC_KEYS ?? '') ?? [];
  const published = createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
  expect(published.export({ type: 'spki', format: 'pem' })).toBe(readFileSync(key.publicKeyFile, 'utf8'));
});

it('takes alerts while the cluster is away, and says so where a run is to start', async () => {
  const folder = temporaryFolder();
  const kubeconfig = join(folder, 'kubeconfig');
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      'current-context': 'c',
      contexts: [{ name: 'c', context: { cluster: 'c', user: 'u' } }],
      clusters: [{ name: 'c', cluster: { server: 'http://127.0.0.1:1' } }],
      users: [{ name: 'u', user: { token: 'word' } }],
    }),
  );
  const config = Config.parse({ ...complete, data: folder, kubeconfig });

  const opened = openArgoEngine(config, openDecisionKey(folder, undefined), logger);
  onTestFinished(() => opened.close());

  expect(await opened.engine.runs()).toEqual([]);
});
