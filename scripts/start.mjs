// npm start: installs, builds what is missing or old, then becomes `auto-ops serve --sample`.
// Runs on Node 20 and newer, before anything is installed: plain JavaScript, built-ins only.
import { join } from 'node:path';
import { ensureInstalled, root } from './ensure-installed.mjs';
import { runChild } from './run-child.mjs';

const node = await ensureInstalled();
const built = await runChild(node, [join(root, 'scripts', 'build.ts'), '--quiet'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
});
if (built !== 0) process.exit(built);

const given = process.argv.slice(2);
const words = given.includes('--no-sample') ? given.filter((word) => word !== '--no-sample') : ['--sample', ...given];
process.exit(
  await runChild(node, ['--enable-source-maps', join(root, 'dist', 'cli.mjs'), 'serve', ...words], {
    cwd: root,
    stdio: 'inherit',
  }),
);
