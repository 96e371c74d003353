import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where bubblewrap is, or why it cannot be used here. */
export type Sandbox = { readonly program: string } | { readonly reason: string };

/** Finds bubblewrap on the search path and proves that it can make its namespaces on this machine. */
export async function findSandbox(searchPath: string, signal: AbortSignal): Promise<Sandbox> {
  const program = searchPath
    .split(delimiter)
    .map((folder) => join(folder, 'bwrap'))
    .find(isExecutable);
  if (program === undefined)
    return { reason: 'bubblewrap (bwrap) is not installed, and nothing runs outside a sandbox.' };
  const words = ['--unshare-all', '--die-with-parent', '--ro-bind', '/', '/', 'true'];
  const problem = await new Promise<string | undefined>((resolve) => {
    execFile(program, words, { env: { PATH: searchPath }, signal, timeout: 10_000 }, (error, _stdout, stderr) => {
      resolve(error === null ? undefined : stderr.trim() || error.message);
    });
  });
  return problem === undefined
    ? { program }
    : { reason: `bubblewrap cannot make a sandbox here: ${problem.slice(0, 300)}` };
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
