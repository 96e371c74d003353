import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { AutoOpsError, BundleManifest } from '@auto-ops/contracts';
import { archiveSource } from './archive-source.ts';
import type { Bundle } from './bundle.ts';
import { bundleLimits } from './bundle-limits.ts';
import type { BundleSource } from './bundle-source.ts';
import { folderSource } from './folder-source.ts';
import { parseEvidence } from './parse-evidence.ts';
import { withoutNulls } from './without-nulls.ts';

/**
 * Reads an evidence bundle, a folder or a `.tar.gz`. Throws BUNDLE_UNREADABLE (not there, not a bundle, too large, links),
 * BUNDLE_MANIFEST_INVALID (names the field) or BUNDLE_LINE_INVALID (names file, line and field).
 */
export async function readBundle(path: string): Promise<Bundle> {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status === undefined) throw new AutoOpsError('BUNDLE_UNREADABLE', `${path} does not exist`);
  const source = status.isDirectory() ? folderSource(resolve(path)) : await archiveSource(path);
  const manifest = readManifest(source);
  const lines = required(source, 'evidence.ndjson', bundleLimits.evidenceBytes);
  const evidence = parseEvidence(lines, `${source.name}/evidence.ndjson`, (blob) =>
    source.text(blob, bundleLimits.blobBytes),
  );
  return {
    manifest,
    evidence,
    ...(source.folder === undefined ? {} : { folder: source.folder }),
    hasRepository: source.files('repository').length > 0,
    runbooks: readRunbooks(source),
  };
}

function readManifest(source: BundleSource): BundleManifest {
  const file = `${source.name}/bundle.json`;
  const text = required(source, 'bundle.json', bundleLimits.manifestBytes);
  let value: unknown;
  try {
    value = JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    throw new AutoOpsError('BUNDLE_MANIFEST_INVALID', `${file}: not JSON: ${(error as Error).message}`);
  }
  const result = BundleManifest.safeParse(value);
  if (result.success) return value as BundleManifest;
  const spoken = spokenManifest(value);
  if (BundleManifest.safeParse(spoken).success) return spoken as BundleManifest;
  const issue = result.error.issues[0];
  const field = issue?.path.join('.') || '(document)';
  throw new AutoOpsError('BUNDLE_MANIFEST_INVALID', `${file}: ${field}: ${issue?.message ?? 'invalid'}`, {
    data: { file, field },
  });
}

/** A manifest as it is meant where a writer says null for what it leaves out, and leaves out lists and maps that are empty. */
function spokenManifest(value: unknown): unknown {
  const spoken = withoutNulls(value);
  if (spoken === null || typeof spoken !== 'object' || Array.isArray(spoken)) return spoken;
  const { alerts = [] } = spoken as { alerts?: unknown };
  if (!Array.isArray(alerts)) return spoken;
  return { ...spoken, alerts: alerts.map((alert) => ({ labels: {}, annotations: {}, ...alert })) };
}

function required(source: BundleSource, path: string, maximumBytes: number): string {
  const text = source.text(path, maximumBytes);
  if (text === undefined) throw new AutoOpsError('BUNDLE_UNREADABLE', `${source.name}: ${path} does not exist`);
  return text;
}

function readRunbooks(source: BundleSource): Bundle['runbooks'] {
  return source
    .files('runbooks')
    .filter((path) => path.endsWith('.md'))
    .slice(0, bundleLimits.runbooks)
    .map((path) => ({
      id: path.slice('runbooks/'.length, -'.md'.length),
      text: source.text(path, bundleLimits.runbookBytes) ?? '',
    }));
}
