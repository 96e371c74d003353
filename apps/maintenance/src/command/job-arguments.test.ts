import { expect, test } from 'vitest';
import { jobs } from '../jobs/registry.ts';
import { jobArguments } from './job-arguments.ts';

test('a job and its workspace', () => {
  expect(jobArguments(['backup', '--workspace', 'a'], jobs)).toMatchObject({ job: { name: 'backup' }, workspace: 'a' });
});

test.each([
  [[], /one job of backup, heartbeat, reindex/],
  [['restart', '--workspace', 'a'], /one job of/],
  [['backup', 'heartbeat', '--workspace', 'a'], /one job of/],
  [['backup'], /backup needs --workspace/],
  [['backup', '--workspace', ''], /backup needs --workspace/],
  [['backup', '--workspace', 'a', '--force'], /--force/],
])('refuses %j', (words, message) => {
  expect(() => jobArguments(words, jobs)).toThrow(
    expect.objectContaining({ code: 'USAGE_INVALID', message: expect.stringMatching(message) }),
  );
});
