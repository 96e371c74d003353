import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Incident } from '@auto-ops/contracts';
import { temporaryFolder } from '@auto-ops/testing';

/** An incident as the engine hands it to the first step. */
export function incidentOf(parts: Partial<Incident> = {}): Incident {
  return {
    schemaVersion: 1,
    id: 'a1b2',
    title: 'KubePodCrashLooping',
    severity: 'critical',
    createdAt: '2026-01-01T12:00:00Z',
    fingerprint: 'a'.repeat(64),
    mode: 'live',
    alerts: [],
    window: { from: '2026-01-01T11:00:00Z', to: '2026-01-01T12:00:00Z' },
    ...parts,
  };
}

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
