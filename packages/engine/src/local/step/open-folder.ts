import { mkdirSync } from 'node:fs';
import { changeRights } from './change-rights.ts';

/** Makes a step's folder, or makes it writable again for a further start of its step. */
export function openFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  changeRights(folder, 0o755, 0o644);
}
