import type { Cryptography } from '@auto-ops/contracts';

/** What a connector interprets with. */
export interface Interpretation {
  readonly cryptography: Cryptography;
  /** The label by which people hand an issue over. */
  readonly label: string;
}
