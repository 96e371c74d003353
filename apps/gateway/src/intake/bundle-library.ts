import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { alertFingerprint } from '@auto-ops/connectors';
import { type Alert, AutoOpsError, BundleManifest } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';

/** A recorded incident that can stand in for the world. */
export interface RecordedBundle {
  readonly folder: string;
  readonly manifest: BundleManifest;
}

/** Finds the recording of an alert by its fingerprint, so that the alert's text chooses nothing. */
export interface BundleLibrary {
  of(alerts: readonly Alert[]): RecordedBundle | undefined;
}

function manifestOf(folder: string): BundleManifest {
  const file = join(folder, 'bundle.json');
  const parsed = BundleManifest.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new AutoOpsError('BUNDLE_MANIFEST_INVALID', `${file}: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Reads the manifests of all bundles in a folder; an empty library where none is named. */
export function openBundleLibrary(folder: string | undefined): BundleLibrary {
  const byAlert = new Map<string, RecordedBundle>();
  for (const name of folder === undefined ? [] : readdirSync(folder).sort()) {
    const bundle = resolve(folder ?? '', name);
    if (!existsSync(join(bundle, 'bundle.json'))) continue;
    const manifest = manifestOf(bundle);
    for (const alert of manifest.alerts)
      byAlert.set(alertFingerprint(alert, nodeCryptography), { folder: bundle, manifest });
  }
  return {
    of(alerts) {
      const [first, ...rest] = alerts.map((alert) => byAlert.get(alertFingerprint(alert, nodeCryptography)));
      // A real alert beside a recorded one must not be swallowed by the recording.
      return rest.every((bundle) => bundle?.folder === first?.folder) ? first : undefined;
    },
  };
}
