import type { BundleManifest, Evidence } from '@auto-ops/contracts';

/** An evidence bundle as the replay source needs it; the reader is handed in, because files are not this package's affair. */
export interface RecordedBundle {
  readonly manifest: BundleManifest;
  readonly evidence: readonly Evidence[];
}
