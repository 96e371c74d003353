import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

// npm run images [-- app…]: an image `auto-ops/<app>:<version>` of each app that has a Dockerfile, by docker or podman.
const root = join(import.meta.dirname, '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const engine = ['docker', 'podman'].find((name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0);
const wanted = process.argv.slice(2);
const apps = readdirSync(join(root, 'apps'))
  .filter((app) => existsSync(join(root, 'apps', app, 'Dockerfile')))
  .filter((app) => wanted.length === 0 || wanted.includes(app));

if (engine === undefined) {
  process.stderr.write('Neither docker nor podman is here: install one of them, or build the images elsewhere.\n');
  process.exitCode = 1;
} else {
  const failed = [
    run(process.execPath, ['scripts/build.ts', '--quiet']),
    ...apps.map((app) =>
      run(engine, ['build', '--file', `apps/${app}/Dockerfile`, '--tag', `auto-ops/${app}:${version}`, '.']),
    ),
  ].filter((status) => status !== 0);
  process.stdout.write(`${apps.length - failed.length} of ${apps.length} images built\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}

function run(command: string, words: readonly string[]): number {
  return spawnSync(command, words, { cwd: root, stdio: 'inherit' }).status ?? 1;
}
