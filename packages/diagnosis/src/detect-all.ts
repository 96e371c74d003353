import type { Detection } from './detector.ts';
import { detectors } from './detectors/registry.ts';
import { mergeFindings } from './ranking/merge-findings.ts';
import type { View } from './view.ts';

/** Runs every detector; findings of the same code and subject become one, everything is sorted. */
export function detectAll(view: View): Detection {
  const detections = detectors.map((detector) => detector.detect(view));
  return mergeFindings(detections);
}
