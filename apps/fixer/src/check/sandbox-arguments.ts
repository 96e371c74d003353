import { dirname } from 'node:path';

/** What the sandbox gives the command. */
export interface SandboxScope {
  readonly worktree: string;
  readonly command: string;
  /** The program of the runtime, which may lie outside the system folders. */
  readonly runtime: string;
  readonly seconds: number;
}

const system = ['/usr', '/bin', '/sbin', '/lib', '/lib32', '/lib64'];

/**
 * The arguments of bubblewrap: every namespace of its own (so no network), the system read-only, nothing of /etc but the links
 * between its programs, an empty home and temporary folder, the worktree alone writable, no environment, no privilege.
 */
export function sandboxArguments({ worktree, command, runtime, seconds }: SandboxScope): readonly string[] {
  const folder = dirname(runtime);
  return [
    '--unshare-all',
    '--die-with-parent',
    '--new-session',
    '--cap-drop',
    'ALL',
    '--clearenv',
    ...system.flatMap((path) => ['--ro-bind-try', path, path]),
    '--ro-bind-try',
    '/etc/alternatives',
    '/etc/alternatives',
    '--ro-bind-try',
    '/etc/ld.so.cache',
    '/etc/ld.so.cache',
    '--proc',
    '/proc',
    '--dev',
    '/dev',
    '--tmpfs',
    '/tmp',
    '--dir',
    '/tmp/home',
    '--dir',
    '/opt',
    '--ro-bind',
    folder,
    '/opt/runtime',
    '--bind',
    worktree,
    '/worktree',
    '--chdir',
    '/worktree',
    '--setenv',
    'PATH',
    '/opt/runtime:/usr/local/bin:/usr/bin:/bin',
    '--setenv',
    'HOME',
    '/tmp/home',
    '--setenv',
    'CI',
    'true',
    '--setenv',
    'LC_ALL',
    'C.UTF-8',
    '--',
    '/bin/sh',
    '-c',
    `ulimit -t ${seconds} -f 2097152; ${command}`,
  ];
}
