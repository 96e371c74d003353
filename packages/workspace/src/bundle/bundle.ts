import type { BundleManifest, Evidence } from '@auto-ops/contracts';

/** An evidence bundle in memory: every body is resolved, so nothing refers to a blob any more. */
export interface Bundle {
  readonly manifest: BundleManifest;
  /** In the order of the file; ids are unique. */
  readonly evidence: readonly Evidence[];
  /** The absolute folder; absent where the bundle came out of an archive. */
  readonly folder?: string;
  /** Whether the bundle brings a `repository/` that a fix may change. */
  readonly hasRepository: boolean;
  /** Markdown of `runbooks/`, sorted by id, which is the path below that folder without `.md`. */
  readonly runbooks: readonly { readonly id: string; readonly text: string }[];
}
