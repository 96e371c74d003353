import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Check, type Incident, type Plan } from '@auto-ops/contracts';
import { createLogger } from '@auto-ops/runtime';
import { temporaryFolder } from '@auto-ops/testing';
import { openWorkspace } from '@auto-ops/workspace';
import { expect, test } from 'vitest';
import { Config } from '../config.ts';
import { checkStep } from './check-step.ts';
import { findSandbox } from './find-sandbox.ts';

const incident: Incident = {
  schemaVersion: 1,
  id: 'i-1',
  title: 'x',
  severity: 'warning',
  createdAt: '2026-01-01T12:00:00Z',
  fingerprint: 'a'.repeat(64),
  mode: 'replay',
  alerts: [],
  window: { from: '2026-01-01T11:00:00Z', to: '2026-01-01T12:00:00Z' },
};
const edit = { path: 'cart.yaml', oldText: 'port: 1', newText: 'port: 2' };

function prepare(
  actions: Plan['actions'] = [
    {
      id: 'a1',
      type: 'edit-source',
      target: { apiVersion: 'auto-ops.dev/v1', kind: 'Repository', name: 'repository' },
      arguments: { edits: [edit] },
      expected: 'x',
      evidence: ['ev-1'],
    },
  ],
) {
  const root = temporaryFolder();
  const plan: Plan = {
    schemaVersion: 1,
    incident: 'i-1',
    attempt: 1,
    verdict: 'drafted',
    summary: 'x',
    actions,
    manualSteps: [],
    author: 'rules',
  };
  mkdirSync(join(root, 'fix/1'), { recursive: true });
  writeFileSync(join(root, 'fix/1/plan.json'), JSON.stringify(plan));
  const checkout = join(root, 'collect/1/repository/repository');
  mkdirSync(join(checkout, '.git'), { recursive: true });
  writeFileSync(join(checkout, 'cart.yaml'), 'port: 1\n');
  const bin = temporaryFolder();
  return { root, checkout, bin };
}

async function check(root: string, config: Partial<Config>): Promise<Check> {
  const workspace = openWorkspace(root);
  const outputs = await checkStep.run({
    name: 'check',
    folder: 'check/1',
    workspace,
    incident,
    attempt: 1,
    config: { ...Config.parse({}), ...config },
    logger: createLogger({ name: 'test', level: 'silent' }),
    signal: new AbortController().signal,
  });
  const document = workspace.read(Check, 'check/1/check.json');
  expect(outputs).toEqual({ verdict: document.result });
  return document;
}

/** A stand-in for bubblewrap that says with which words it was called and ends as its file `exit` says. */
function fakeSandbox(bin: string, script: string): void {
  writeFileSync(join(bin, 'bwrap'), `#!/bin/sh\n${script}\n`);
  chmodSync(join(bin, 'bwrap'), 0o755);
}

test('without bubblewrap nothing runs, and the reason is said', async () => {
  const { root, bin } = prepare();

  const document = await check(root, { checkCommand: `touch ${root}/ran`, searchPath: bin });

  expect(document).toMatchObject({ result: 'not-run', reason: expect.stringMatching(/not installed/) });
  expect(openWorkspace(root).exists('ran')).toBe(false);
});

test('where bubblewrap cannot make a sandbox nothing runs either', async () => {
  const { root, bin } = prepare();
  fakeSandbox(bin, 'echo "setting up uid map: Permission denied" >&2; exit 1');

  const document = await check(root, { checkCommand: 'true', searchPath: bin });

  expect(document).toMatchObject({ result: 'not-run', reason: expect.stringMatching(/uid map: Permission denied/) });
});

test.each([
  ['a plan without edits', [], { checkCommand: 'true' }, /edits no files/],
  ['no command', undefined, {}, /No test command is configured/],
  ['a repository that declares none', undefined, { checkDiscover: true }, /has no test command/],
])('%s is not run', async (_name, actions, config, reason) => {
  const { root } = prepare(actions);

  expect(await check(root, config)).toMatchObject({ result: 'not-run', reason: expect.stringMatching(reason) });
});

test.each([
  [0, 'passed'],
  [3, 'failed'],
] as const)('exit code %i is %s; the command sees the edited copy and the checkout stays', async (exit, result) => {
  const { root, bin, checkout } = prepare();
  fakeSandbox(bin, `case "$*" in *"--ro-bind / /"*) exit 0;; esac\necho "$*"; exit ${exit}`);

  const document = await check(root, { checkCommand: 'make test', searchPath: `${bin}:/usr/bin:/bin` });

  expect(document).toMatchObject({ result, exit });
  expect(readFileSync(join(root, 'check/1/log'), 'utf8')).toContain('make test');
  expect(readFileSync(join(root, 'check/1/worktree/cart.yaml'), 'utf8')).toBe('port: 2\n');
  expect(readFileSync(join(checkout, 'cart.yaml'), 'utf8')).toBe('port: 1\n');
});

test('a command that takes too long is ended and has failed', async () => {
  const { root, bin } = prepare();
  fakeSandbox(bin, 'case "$*" in *"--ro-bind / /"*) exit 0;; esac\nexec sleep 30');

  const document = await check(root, { checkCommand: 'x', checkSeconds: 1, searchPath: `${bin}:/usr/bin:/bin` });

  expect(document).toMatchObject({
    result: 'failed',
    exit: 137,
    reason: expect.stringMatching(/longer than 1 seconds/),
  });
});

test('the test command may come from package.json or a Makefile where that is allowed', async () => {
  const { root, bin, checkout } = prepare();
  fakeSandbox(bin, 'case "$*" in *"--ro-bind / /"*) exit 0;; esac\necho "$*"');
  writeFileSync(join(checkout, 'Makefile'), 'test: build\n\ttrue\n');

  await check(root, { checkDiscover: true, searchPath: `${bin}:/usr/bin:/bin` });

  expect(readFileSync(join(root, 'check/1/log'), 'utf8')).toContain('make test');
});

const real = await findSandbox(Config.parse({}).searchPath, new AbortController().signal);

test.skipIf('reason' in real)('in a real sandbox there is no network, no home and nothing else to write', async () => {
  const { root } = prepare();
  const command =
    'test "$(cat cart.yaml)" = "port: 2" && ! ls /root && ! touch /usr/x && test -z "$AUTO_OPS_X" && test "$(ls /sys/class/net 2>/dev/null | grep -v lo)" = ""';

  expect(await check(root, { checkCommand: command, searchPath: Config.parse({}).searchPath })).toMatchObject({
    result: 'passed',
  });
});
