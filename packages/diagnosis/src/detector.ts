import type { Analysis, CauseCode, Finding } from '@auto-ops/contracts';
import type { View } from './view.ts';

/** What a detector found, and what it looked for and can exclude. */
export interface Detection {
  readonly findings: readonly Finding[];
  readonly ruledOut: Analysis['ruledOut'];
}

/**
 * One folder below `detectors/`, found by the generated registry. It is pure: the same view gives the same detection.
 * It looks for what would rule its code out, and rests on absence only where the view covers the kind.
 */
export interface Detector {
  readonly code: CauseCode;
  detect(view: View): Detection;
}
