import { DatabaseSync } from 'node:sqlite';
import { AutoOpsError } from '@auto-ops/contracts';

/**
 * Holds the step folder's lock until the process ends: a POSIX lock on `.lock` that the kernel releases also after kill -9,
 * so a restarted engine never runs a step beside its own orphan. Throws STEP_RUNNING.
 */
export function holdStepLock(path: string): DatabaseSync {
  const lock = new DatabaseSync(path);
  try {
    lock.exec('PRAGMA busy_timeout = 2000; BEGIN EXCLUSIVE;');
    return lock;
  } catch (error) {
    lock.close();
    throw new AutoOpsError('STEP_RUNNING', `another process holds ${path}`, { cause: error });
  }
}
