import type { Finding } from '@auto-ops/contracts';
import type { Extras, ObjectPart } from '../../__fixtures__/bundle-of.ts';
import { viewOf } from '../../__fixtures__/view-of.ts';
import type { Detection, Detector } from '../../detector.ts';

/** Runs a detector over parts of a bundle. */
export function detect(detector: Detector, ...parts: readonly (ObjectPart | Extras)[]): Detection {
  return detector.detect(viewOf(...parts));
}

/** What a test compares of findings: the subject as `Kind/name`. */
export function subjects(detection: Detection): string[] {
  return detection.findings.map(({ subject }) => `${subject.kind}/${subject.name}`);
}

/** The one finding of a detection; throws where there is another number. */
export function only(detection: Detection): Finding {
  const [finding, ...rest] = detection.findings;
  if (finding === undefined || rest.length > 0) throw new Error(`${detection.findings.length} findings instead of one`);
  return finding;
}
