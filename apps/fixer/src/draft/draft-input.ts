import type { Analysis, Cryptography, Digest, Incident } from '@auto-ops/contracts';
import type { View } from '@auto-ops/diagnosis';

/** Everything a plan is drafted from. */
export interface DraftInput {
  readonly incident: Incident;
  readonly analysis: Analysis;
  readonly view: View;
  readonly attempt: number;
  /** Hashes of the plans that earlier attempts drafted and that were sent back. */
  readonly tried: readonly Digest[];
  /** The repository's YAML files by path, where the run has a checkout. */
  readonly files?: ReadonlyMap<string, string> | undefined;
  readonly cryptography: Cryptography;
}
