import { spawn } from 'node:child_process';
import { existsSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { KnowledgeBatch } from '@auto-ops/contracts';
import { expect, it, onTestFinished } from 'vitest';
import { type GitRepository, gitRepository } from '../../__fixtures__/git-repository.ts';
import { maintenanceFor } from '../../__fixtures__/maintenance-for.ts';
import { job } from './index.ts';

const page = '---\nalert: ShopDown\n---\n# Shop down\n\nRestart it.\n';

it('hands in the Markdown below runbooks/ as it is on the branch now, in chunks', async () => {
  const shop = gitRepository();
  shop.commit({ 'runbooks/ShopDown.md': 'old' });
  symlinkSync('/etc/passwd', join(shop.folder, 'runbooks/link.md'));
  const now = shop.commit({
    'runbooks/ShopDown.md': page,
    'runbooks/deep/ünïcode name.md': '# Größe\r\n\r\nText.\r\n',
    'runbooks/large.md': 'x'.repeat(600_000),
    'runbooks/picture.png': Buffer.from([0, 255, 10, 13]),
    'docs/other.md': '# Not a runbook',
    'README.md': '# Shop',
    '.gitattributes': '*.md filter=evil export-ignore\n',
  });
  const { call, handed, logged, root } = await maintenanceFor(job, {
    environment: { AUTO_OPS_REPOSITORIES: `acme/shop ${shop.folder}` },
    subject: { repository: 'acme/shop', commit: 'a'.repeat(40) },
  });

  expect(await job.run(call)).toEqual({ verdict: 'indexed' });

  const batch = KnowledgeBatch.parse(handed[0]?.body);
  expect(batch).toMatchObject({ source: 'acme/shop', commit: now });
  expect(batch.documents.map(({ path, title }) => [path, title])).toEqual([
    ['runbooks/ShopDown.md', 'Shop down'],
    ['runbooks/deep/ünïcode name.md', 'Größe'],
  ]);
  expect(batch.documents[0]).toMatchObject({
    names: ['ShopDown'],
    chunks: [{ heading: ['Shop down'], from: 4, to: 6, text: '# Shop down\n\nRestart it.' }],
  });
  expect(logged).toContainEqual(expect.objectContaining({ level: 'warn', left: 2 }));
  expect(existsSync(join(root, 'reindex', 'mirror'))).toBe(false);
});

it('indexes every configured repository, and those that can be read where one cannot', async () => {
  const [one, two] = [gitRepository(), gitRepository()];
  one.commit({ 'runbooks/a.md': '# A' });
  two.commit({ 'README.md': 'no runbook' });
  two.git('branch', 'release');
  const lines = [`acme/gone ${join(one.folder, 'gone')}`, `acme/one ${one.folder}`, `acme/two ${two.folder} release`];
  const { call, handed } = await maintenanceFor(job, { environment: { AUTO_OPS_REPOSITORIES: lines.join('\n') } });

  await expect(job.run(call)).rejects.toMatchObject({ code: 'REPOSITORY_UNUSABLE' });

  const batches = handed.map(({ body }) => KnowledgeBatch.parse(body));
  expect(batches.map(({ source, documents }) => [source, documents.length])).toEqual([
    ['acme/one', 1],
    ['acme/two', 0],
  ]);
});

it('has nothing to do where nothing is configured, and refuses what is not', async () => {
  expect(await job.run((await maintenanceFor(job)).call)).toEqual({ verdict: 'nothing' });

  const { call } = await maintenanceFor(job, { subject: { repository: 'acme/shop' } });
  await expect(job.run(call)).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID' });
});

it.each([
  'shop',
  'acme/shop http://example.com/shop.git',
  'acme/shop https://jane:word@example.com/shop.git',
  'acme/shop ssh://example.com/shop.git',
  'acme/shop ext::sh',
  'acme/shop ../shop',
  'acme/shop /srv/shop --upload-pack=x',
  'acme/shop /srv/shop a..b',
  'acme/shop /srv/shop main more',
  'acme/shop\nacme/shop',
])('refuses the configuration %j', async (repositories) => {
  const { call } = await maintenanceFor(job, { environment: { AUTO_OPS_REPOSITORIES: repositories } });

  await expect(job.run(call)).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
    message: expect.stringMatching(/AUTO_OPS_REPOSITORIES: line \d/),
  });
});

it('gives the token to the server it is for, and follows no redirect', async () => {
  const shop = gitRepository();
  shop.commit({ 'runbooks/a.md': '# A' });
  const { url, authorizations } = await gitServer(shop);
  const environment = { AUTO_OPS_REPOSITORIES: `acme/shop ${url}/shop`, AUTO_OPS_GIT_TOKEN: 'read-token' };
  const good = await maintenanceFor(job, { environment });

  expect(await job.run(good.call)).toEqual({ verdict: 'indexed' });

  const expected = `Basic ${Buffer.from('x-access-token:read-token').toString('base64')}`;
  expect(new Set(authorizations)).toEqual(new Set([expected]));
  const moved = await maintenanceFor(job, {
    environment: { ...environment, AUTO_OPS_REPOSITORIES: `acme/shop ${url}/moved` },
  });
  const before = authorizations.length;
  await expect(job.run(moved.call)).rejects.toMatchObject({ code: 'REPOSITORY_UNREACHABLE', exit: 75 });
  expect(authorizations).toHaveLength(before + 1);
  expect(JSON.stringify(moved.logged)).not.toMatch(/read-token|eC1hY2Nlc3/);
});

/** Git's own HTTP program behind a server that wants a token; `/moved` leads to `/shop`. */
async function gitServer(repository: GitRepository): Promise<{ url: string; authorizations: (string | undefined)[] }> {
  const authorizations: (string | undefined)[] = [];
  const server = createServer((incoming, outgoing) => {
    authorizations.push(incoming.headers.authorization);
    const url = new URL(incoming.url ?? '/', 'http://server');
    if (url.pathname.startsWith('/moved')) {
      outgoing.writeHead(301, { location: `/shop${url.pathname.slice('/moved'.length)}${url.search}` }).end();
      return;
    }
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: '/usr/local/bin:/usr/bin:/bin',
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_PROJECT_ROOT: join(repository.folder, '.git'),
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: incoming.headers['git-protocol']?.toString() ?? '',
        PATH_INFO: url.pathname.slice('/shop'.length),
        QUERY_STRING: url.search.slice(1),
        REQUEST_METHOD: incoming.method ?? 'GET',
        CONTENT_TYPE: incoming.headers['content-type'] ?? '',
        HTTP_CONTENT_ENCODING: incoming.headers['content-encoding'] ?? '',
      },
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    incoming.pipe(backend.stdin);
    const chunks: Buffer[] = [];
    backend.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    backend.stdout.on('end', () => {
      const answer = Buffer.concat(chunks);
      const end = answer.indexOf('\r\n\r\n');
      const headers = answer
        .subarray(0, end)
        .toString()
        .split('\r\n')
        .map((line) => line.split(/: /) as [string, string]);
      const status = headers.find(([name]) => name === 'Status')?.[1] ?? '200';
      outgoing.writeHead(Number.parseInt(status, 10), headers.flat()).end(answer.subarray(end + 4));
    });
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  server.listen(0, '127.0.0.1', resolve);
  await promise;
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, authorizations };
}
