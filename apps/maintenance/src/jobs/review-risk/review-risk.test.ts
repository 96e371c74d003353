import { existsSync, symlinkSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { RiskReview } from '@auto-ops/contracts';
import { expect, it } from 'vitest';
import { type GitRepository, gitRepository } from '../../__fixtures__/git-repository.ts';
import { maintenanceFor } from '../../__fixtures__/maintenance-for.ts';
import { job } from './index.ts';

const deployment = (replicas: number) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: cart\nspec:\n  replicas: ${replicas}\n`;

async function review(shop: GitRepository, base: string, head: string, pullRequest = 7) {
  shop.git('update-ref', `refs/pull/${pullRequest}/head`, head);
  const fixture = await maintenanceFor(job, {
    environment: { AUTO_OPS_REPOSITORIES: `acme/shop ${shop.folder}` },
    subject: { repository: 'acme/shop', base, commit: head, pullRequest },
  });
  const outputs = await job.run(fixture.call);
  return { ...fixture, outputs, result: RiskReview.parse(fixture.handed[0]?.body) };
}

it('judges what the pull request changes, not what happened on its base since', async () => {
  const shop = gitRepository();
  shop.commit({ 'k8s/cart.yaml': deployment(3), 'k8s/old.yaml': deployment(1).replace('cart', 'old') });
  shop.git('checkout', '--quiet', '-b', 'change');
  shop.commit({ 'k8s/cart.yaml': deployment(2) });
  const head = shop.commit({ 'k8s/cart.yaml': deployment(0), 'README.md': 'More\nwords\n' });
  shop.git('checkout', '--quiet', 'main');
  const base = shop.commit({ 'k8s/new.yaml': deployment(1).replace('cart', 'new'), 'k8s/old.yaml': null });

  const { outputs, result, root } = await review(shop, base, head);

  expect(outputs).toEqual({ verdict: 'reviewed', class: 'R3' });
  expect(result).toEqual({
    schemaVersion: 1,
    repository: 'acme/shop',
    pullRequest: 7,
    base,
    head,
    class: 'R3',
    findings: [
      {
        code: 'replicas-zero',
        class: 'R3',
        path: 'k8s/cart.yaml',
        line: 6,
        subject: 'Deployment/cart',
        text: 'replicas 3 → 0: nothing runs any more',
      },
    ],
    files: 2,
    additions: 3,
    deletions: 1,
  });
  expect(existsSync(join(root, 'review-risk', 'mirror'))).toBe(false);
});

it('reads what git has of a file: links, binary and large ones, odd names, renames', async () => {
  const shop = gitRepository();
  const base = shop.commit({
    'k8s/cart.yaml': deployment(3),
    'data.bin': Buffer.from([0, 1, 2]),
    'große datei\t.ts': 'a',
  });
  shop.git('mv', 'k8s/cart.yaml', 'k8s/basket.yaml');
  symlinkSync('/etc/passwd', join(shop.folder, 'passwords.yaml'));
  unlinkSync(join(shop.folder, 'data.bin'));
  const head = shop.commit({
    'data.bin': Buffer.from([0, 1, 3]),
    'große datei\t.ts': 'b',
    'large.sql': `-- ${'x'.repeat(1_200_000)}`,
    '-rf': 'a file',
    'k8s/secret.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { password: swordfish }\n',
  });

  const { result } = await review(shop, base, head);

  expect(result.findings.map(({ code, path }) => [code, path])).toEqual([
    ['secret-in-manifest', 'k8s/secret.yaml'],
    ['secret-possible', 'k8s/secret.yaml'],
    ['link-changed', 'passwords.yaml'],
    ['not-judged', 'data.bin'],
    ['not-judged', 'large.sql'],
    ['code-changed', '-rf'],
  ]);
  expect(result).toMatchObject({ class: 'R4', files: 8 });
  expect(JSON.stringify(result)).not.toContain('swordfish');
});

it('finds the ancestor beyond the first commits it fetched, and compares histories that never met', async () => {
  const shop = gitRepository();
  shop.commit({ 'k8s/cart.yaml': deployment(3) });
  shop.git('checkout', '--quiet', '-b', 'change');
  const head = shop.commit({ 'src/a.ts': 'a' });
  shop.git('checkout', '--quiet', 'main');
  for (let count = 0; count < 60; count++) shop.git('commit', '--quiet', '--allow-empty', '-m', `Change ${count}`);
  const base = shop.commit({ 'src/b.ts': 'b' });
  const far = await review(shop, base, head);
  expect(far.result).toMatchObject({ class: 'R1', files: 1 });

  shop.git('checkout', '--quiet', '--orphan', 'other');
  shop.git('rm', '--quiet', '-rf', '.');
  const stranger = shop.commit({ 'README.md': 'Hello' });
  const strange = await review(shop, base, stranger, 8);

  expect(strange.logged).toContainEqual(expect.objectContaining({ level: 'warn', pullRequest: 8 }));
  expect(strange.result.findings.map(({ code }) => code)).toContain('object-deleted');
});

it('judges the commit it was asked about when the pull request has moved on, and gives up one that is gone', async () => {
  const shop = gitRepository();
  const base = shop.commit({ 'k8s/cart.yaml': deployment(3) });
  const head = shop.commit({ 'k8s/cart.yaml': deployment(0) });
  const newer = shop.commit({ 'k8s/cart.yaml': deployment(4) });
  shop.git('update-ref', 'refs/pull/7/head', newer);
  const asked = async (commit: string) => {
    const { call, handed } = await maintenanceFor(job, {
      environment: { AUTO_OPS_REPOSITORIES: `acme/shop ${shop.folder}` },
      subject: { repository: 'acme/shop', base, commit, pullRequest: 7 },
    });
    return { handed, outputs: await job.run(call) };
  };

  const { outputs, handed } = await asked(head);

  expect(outputs).toEqual({ verdict: 'reviewed', class: 'R3' });
  expect(handed[0]?.body).toMatchObject({ head, base, findings: [{ code: 'replicas-zero' }] });
  await expect(asked('0123456789'.repeat(4))).rejects.toMatchObject({ code: 'RUN_STATE_INVALID', exit: 3 });
});

it('wants a pull request of a repository it knows', async () => {
  await expect(job.run((await maintenanceFor(job)).call)).rejects.toMatchObject({ code: 'RUN_STATE_INVALID' });
  const subject = { repository: 'acme/other', base: 'a'.repeat(40), commit: 'b'.repeat(40), pullRequest: 1 };

  await expect(job.run((await maintenanceFor(job, { subject })).call)).rejects.toMatchObject({
    code: 'CONFIGURATION_INVALID',
  });
});
