import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';

/** A run's folder that holds these files: objects as JSON, lists below `.ndjson` as lines. Returns its absolute path. */
export function workspaceOf(files: Readonly<Record<string, unknown>>): string {
  const root = temporaryFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const lines = path.endsWith('.ndjson') ? (content as unknown[]) : [content];
    writeFileSync(join(root, path), `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`);
  }
  return root;
}
