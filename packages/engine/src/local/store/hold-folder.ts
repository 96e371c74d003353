import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { AutoOpsError } from '@auto-ops/contracts';

/**
 * Keeps other engines out of a data folder until this process ends: the kernel releases the lock also after kill -9.
 * Throws ENGINE_RUNNING. Returns what releases it.
 */
export function holdFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'engine.lock'));
  try {
    lock.exec('PRAGMA busy_timeout = 500; BEGIN EXCLUSIVE;');
  } catch (error) {
    lock.close();
    throw new AutoOpsError('ENGINE_RUNNING', `another process runs the engine in ${folder}`, { cause: error });
  }
  return () => lock.close();
}
