import { runCommandLine as run } from '../command/run-command-line.ts';

/** Runs a command line in this process and keeps what it prints. */
export async function runCommandLine(...words: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const exit = await run(words, {
    environment: {},
    print: (text) => {
      stdout += text;
    },
    note: (text) => {
      stderr += text;
    },
  });
  return { exit, stdout, stderr };
}
