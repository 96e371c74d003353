import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AutoOpsError, BundleManifest, Evidence } from '@auto-ops/contracts';
import { replaceFile } from '../replace-file.ts';

/**
 * Writes `bundle.json` and `evidence.ndjson`, sorted by id, so that the same evidence gives the same bytes. Ids stay as they are.
 * Throws BUNDLE_MANIFEST_INVALID or BUNDLE_LINE_INVALID before anything is written.
 */
export function writeBundle(folder: string, manifest: BundleManifest, evidence: readonly Evidence[]): void {
  const checked = BundleManifest.safeParse(manifest);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw new AutoOpsError('BUNDLE_MANIFEST_INVALID', `${issue?.path.join('.')}: ${issue?.message}`);
  }
  const text = evidenceText(evidence);
  mkdirSync(folder, { recursive: true });
  // A reader takes the manifest for the sign that the bundle is whole.
  rmSync(join(folder, 'bundle.json'), { force: true });
  replaceFile(join(folder, 'evidence.ndjson'), text);
  replaceFile(join(folder, 'bundle.json'), `${JSON.stringify(manifest, null, 1)}\n`);
}

function evidenceText(evidence: readonly Evidence[]): string {
  const sorted = evidence.toSorted((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0));
  const lines = sorted.map((item, index) => {
    const checked = Evidence.safeParse(item);
    const isDouble = sorted[index - 1]?.id === item.id;
    if (checked.success && !isDouble) return JSON.stringify(item);
    const issue = checked.error?.issues[0];
    const [field, reason] = isDouble ? ['id', 'not unique'] : [issue?.path.join('.'), issue?.message];
    throw new AutoOpsError('BUNDLE_LINE_INVALID', `evidence ${JSON.stringify(item.id)}: ${field}: ${reason}`);
  });
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
