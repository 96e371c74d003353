import { writeFileSync } from 'node:fs';
import { kubernetesApi, temporaryFolder } from '@auto-ops/testing';
import { beforeAll, describe, expect, it } from 'vitest';
import { freePort, type Service, startCommand, startService } from './start-service.ts';

describe('a running service', { timeout: 30_000 }, () => {
  const notification = {
    version: '4',
    status: 'firing',
    alerts: [{ status: 'firing', labels: { alertname: 'X' }, annotations: {} }],
  };
  const post = (service: Service, body: string, token = service.hookToken) =>
    fetch(`${service.url}/hooks/alertmanager`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
    });
  const accepted = async (service: Service) =>
    /state="accepted"} (\d+)/.exec(await (await fetch(`${service.url}/metrics`)).text())?.[1];

  it('refuses 30 MB, wrong tokens and nonsense with a typed problem, and goes on', async () => {
    const service = await startService();

    const large = await post(service, JSON.stringify({ ...notification, pad: 'x'.repeat(30 * 1024 * 1024) }));
    const wrong = await post(service, JSON.stringify(notification), 'not-the-token-of-it');
    const nonsense = await post(service, '{"status":');
    const before = await accepted(service);
    const good = await post(service, JSON.stringify(notification));

    expect([large.status, wrong.status, nonsense.status]).toEqual([413, 401, 422]);
    for (const answer of [large, wrong, nonsense])
      expect(await answer.json()).toMatchObject({ code: expect.any(String), hint: expect.stringMatching(/\w/) });
    expect(before).toBe('0');
    expect(good.status).toBe(202);
    expect(await accepted(service)).toBe('1');
  });

  it('tells its own start-up errors apart by exit code', async () => {
    const service = await startService();
    const port = new URL(service.url).port;

    const inUse = startCommand(['serve', '--listen', `127.0.0.1:${port}`]);
    const typo = startCommand(['serve', '--listen', `127.0.0.1:${await freePort()}`], { AUTO_OPS_LISTNE: 'x' });
    const [inUseExit, typoExit] = await Promise.all([inUse.exit, typo.exit]);

    expect([inUseExit, inUse.output()]).toEqual([4, expect.stringContaining('PORT_IN_USE')]);
    expect([typoExit, typo.output()]).toEqual([
      4,
      expect.stringMatching(/CONFIGURATION_UNKNOWN[\s\S]*AUTO_OPS_LISTNE/),
    ]);
  });
});

describe('a cluster that cannot be looked at', { timeout: 30_000 }, () => {
  const kubeconfig = (server: string) =>
    [
      'apiVersion: v1',
      'kind: Config',
      'current-context: x',
      'contexts: [{name: x, context: {cluster: x, user: x}}]',
      `clusters: [{name: x, cluster: {server: "${server}"}}]`,
      'users: [{name: x, user: {token: nothing}}]',
    ].join('\n');
  let port: number;
  beforeAll(async () => {
    port = await freePort();
  });

  it('is said with code, hint and exit code', async () => {
    const file = `${temporaryFolder()}/kubeconfig`;
    writeFileSync(file, kubeconfig(`https://127.0.0.1:${port}`));

    const away = startCommand(['investigate', '-n', 'shop', '--kubeconfig', file]);
    const missing = startCommand(['investigate', '-n', 'shop', '--kubeconfig', '/nowhere/kubeconfig']);

    expect([await away.exit, away.output()]).toEqual([
      75,
      expect.stringMatching(/KUBERNETES_UNREACHABLE[\s\S]*hint: /),
    ]);
    expect([await missing.exit, missing.output()]).toEqual([
      4,
      expect.stringMatching(/KUBECONFIG_INVALID[\s\S]*hint: /),
    ]);
  });

  it('is said where the namespace that was asked about does not exist', async () => {
    const cluster = await kubernetesApi([{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } }]);

    const { exit, output } = startCommand(['investigate', '-n', 'nope', '--kubeconfig', cluster.kubeconfig]);

    expect([await exit, output()]).toEqual([
      3,
      expect.stringMatching(/NAMESPACE_UNKNOWN: "nope"[\s\S]*shop[\s\S]*hint: /),
    ]);
  });
});
