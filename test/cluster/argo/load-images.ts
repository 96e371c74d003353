// node test/cluster/argo/load-images.ts [app…]: the bundles of dist/ as images on the node of the test cluster (AUTO_OPS_TEST_CLUSTER).
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const repository = join(import.meta.dirname, '..', '..', '..');
const scripts = resolve(process.env.AUTO_OPS_TEST_CLUSTER ?? join(repository, '..', 'shared', 'cluster'));
const { version } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8')) as { version: string };
const wanted = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'auto-ops-images-'));
try {
  const apps = readdirSync(join(repository, 'apps'))
    .filter((app) => existsSync(join(repository, 'apps', app, 'Dockerfile')))
    .filter((app) => wanted.length === 0 || wanted.includes(app));
  for (const app of apps) {
    const content = join(folder, app);
    const archive = join(folder, `${app}.tar`);
    mkdirSync(content, { mode: 0o755 });
    copyFileSync(join(repository, 'dist', `${app}.mjs`), join(content, `${app}.mjs`));
    const needsGit = /install .*\bgit\b/.test(readFileSync(join(repository, 'apps', app, 'Dockerfile'), 'utf8'));
    // What a package of git brings along, and the shell by which git starts its other half.
    const programs = needsGit ? ['/usr/bin/git', '/usr/bin/git-upload-pack', '/bin/sh'] : [];
    execFileSync(join(scripts, 'images', 'app'), [`${app}:${version}`, content, archive, `${app}.mjs`, ...programs]);
    execFileSync(join(scripts, 'load'), [archive]);
    rmSync(archive);
    process.stdout.write(`auto-ops.local/${app}:${version}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
