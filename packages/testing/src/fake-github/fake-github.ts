import { onTestFinished } from 'vitest';
import { type FakeGitHub, type FakeGitHubOptions, startFakeGitHub } from './start-fake-github.ts';

/** A fake GitHub on a free port of 127.0.0.1 that stops when the running test ends. */
export async function fakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const github = await startFakeGitHub(options);
  onTestFinished(() => github.close());
  return github;
}
