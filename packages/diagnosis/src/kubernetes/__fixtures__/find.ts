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

/** The parts with their statuses and specs replaced by what an API server would never send. */
export function damaged(...parts: readonly (ObjectPart | Extras)[]): (ObjectPart | Extras)[] {
  const damage = (value: unknown, depth: number): unknown => {
    if (Array.isArray(value)) return depth % 2 === 0 ? [null, 7, 'text', [], ...value.map((entry) => damage(entry, depth + 1))] : value.map((entry) => damage(entry, depth + 1));
    if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, entry], index) => [key, index % 3 === 2 ? null : damage(entry, depth + 1)]));
    return value;
  };
  return parts.flatMap((part) => {
    if (part.apiVersion === undefined) return [part];
    const { apiVersion, kind, metadata, ...rest } = part;
    const bare = { apiVersion, kind, metadata };
    return [bare, { ...bare, ...(damage(rest, 0) as object) }, { ...bare, spec: 'text', status: [1], data: 3, rules: {} }] as ObjectPart[];
  });
}
