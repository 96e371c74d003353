import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { describe, expect, it } from 'vitest';
import { freePort, type Service, startService } from './start-service.ts';

const secret = 'secret-of-github-for-the-test';

/** A repository with a runbook on `main`, and a pull request that stops a Deployment. */
function repository() {
  const folder = temporaryFolder();
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...words], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    }).trim();
  const commit = () => {
    git('add', '.');
    git('commit', '--quiet', '-m', 'change');
    return git('rev-parse', 'HEAD');
  };
  const deployment = (replicas: number) =>
    JSON.stringify(
      { apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'cart' }, spec: { replicas } },
      null,
      2,
    );
  git('init', '--quiet', '--initial-branch=main');
  mkdirSync(join(folder, 'runbooks'));
  writeFileSync(join(folder, 'runbooks', 'quartzweir.md'), '# Quartzweir\n\nLook at the claim of quartzweir first.\n');
  writeFileSync(join(folder, 'cart.json'), deployment(2));
  const base = commit();
  git('checkout', '--quiet', '-b', 'change');
  writeFileSync(join(folder, 'cart.json'), deployment(0));
  const head = commit();
  git('update-ref', 'refs/pull/7/head', head);
  git('checkout', '--quiet', 'main');
  return { folder, base, head };
}

async function read<Answer>(service: Service, path: string): Promise<Answer> {
  const answer = await fetch(`${service.url}${path}`, { headers: { authorization: `Bearer ${service.token}` } });
  return (await answer.json()) as Answer;
}

describe('maintenance on one machine', { timeout: 60_000 }, () => {
  it('does what is configured: looks at endpoints, reads runbooks, keeps a backup', async () => {
    const backups = temporaryFolder();
    const service = await startService({
      AUTO_OPS_CHECKS: `nobody tcp 127.0.0.1:${await freePort()} shop`,
      AUTO_OPS_REPOSITORIES: `acme/shop ${repository().folder} main`,
      AUTO_OPS_BACKUP_FOLDER: backups,
    });

    const search = () => read<{ passages: { path: string }[] }>(service, '/api/v1/knowledge?q=quartzweir');
    const incidents = () => read<{ incidents: { title: string }[] }>(service, '/api/v1/incidents');
    await expect
      .poll(async () => (await search()).passages, { timeout: 30_000 })
      .toMatchObject([
        { path: 'runbooks/quartzweir.md', source: 'acme/shop', heading: ['Quartzweir'], from: 1, to: 3 },
      ]);
    await expect
      .poll(async () => (await incidents()).incidents, { timeout: 30_000 })
      .toMatchObject([{ title: 'HealthCheckFailed in shop', severity: 'critical' }]);
    await expect
      .poll(() => readdirSync(backups).some((name) => name.endsWith('.tar.gz')), { timeout: 30_000 })
      .toBe(true);
  });

  it('judges a pull request that GitHub tells of', async () => {
    const { folder, base, head } = repository();
    const service = await startService({
      AUTO_OPS_REPOSITORIES: `acme/shop ${folder} main`,
      AUTO_OPS_GITHUB_REPOSITORIES: 'acme/shop shop',
      AUTO_OPS_GITHUB_WEBHOOK_SECRETS: secret,
    });
    const body = JSON.stringify({
      action: 'opened',
      pull_request: { number: 7, state: 'open', base: { sha: base }, head: { sha: head } },
      repository: { id: 7, full_name: 'acme/shop', default_branch: 'main', private: true },
      sender: { id: 1, login: 'ann', type: 'User' },
    });

    const answer = await fetch(`${service.url}/hooks/github`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-github-event': 'pull_request',
        'x-github-delivery': '01234567-89ab-cdef-0123-456789abcdef',
        'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
      body,
    });

    expect(answer.status).toBe(202);
    const reviews = () => read<{ reviews: object[] }>(service, '/api/v1/risk-reviews');
    await expect
      .poll(async () => (await reviews()).reviews, { timeout: 30_000 })
      .toMatchObject([
        {
          repository: 'acme/shop',
          pullRequest: 7,
          head,
          class: 'R3',
          findings: [{ code: 'replicas-zero', path: 'cart.json' }],
        },
      ]);
  });

  it('starts nothing and says nothing where nothing is configured', async () => {
    const service = await startService();
    await new Promise((resolve) => setTimeout(resolve, 3000));

    const { maintenance } = await read<{ maintenance: { last?: object }[] }>(service, '/api/v1/maintenance');

    expect(maintenance.filter(({ last }) => last !== undefined)).toEqual([]);
    expect(service.output()).not.toMatch(/maintenance|heartbeat|backup/i);
  });
});
