import type { Finding } from '@auto-ops/contracts';
import type { Detection } from '../detector.ts';
import { compareText } from '../order/compare-text.ts';
import { keyOf } from '../subjects/key-of.ts';

type RuledOut = Detection['ruledOut'][number];

const severities = ['critical', 'warning', 'info'];

/** Joins detections: one finding for each code and subject, sorted by code and subject; nothing both found and ruled out. */
export function mergeFindings(detections: readonly Detection[]): Detection {
  const findings = new Map<string, Finding>();
  for (const finding of detections.flatMap((detection) => detection.findings)) {
    const identity = `${finding.code} ${keyOf(finding.subject)}`;
    const known = findings.get(identity);
    findings.set(identity, known === undefined ? withoutRepeats(finding) : join(known, finding));
  }
  const ruledOut = new Map<string, RuledOut>();
  for (const entry of detections.flatMap((detection) => detection.ruledOut)) {
    const identity = `${entry.code} ${keyOf(entry.subject)}`;
    if (!findings.has(identity) && !ruledOut.has(identity)) ruledOut.set(identity, entry);
  }
  return { findings: byIdentity(findings), ruledOut: byIdentity(ruledOut) };
}

function join(first: Finding, second: Finding): Finding {
  const [worse, other] =
    severities.indexOf(first.severity) <= severities.indexOf(second.severity) ? [first, second] : [second, first];
  const since = [first.since, second.since]
    .filter((time) => time !== undefined)
    .sort((left, right) => Date.parse(left) - Date.parse(right))[0];
  return withoutRepeats({
    ...worse,
    ...(since === undefined ? {} : { since }),
    evidence: [...worse.evidence, ...other.evidence],
    ...(worse.facts === undefined && other.facts === undefined ? {} : { facts: { ...other.facts, ...worse.facts } }),
  });
}

/** The detector's first citation is its best; repeats go. */
function withoutRepeats(finding: Finding): Finding {
  return { ...finding, evidence: [...new Set(finding.evidence)] };
}

function byIdentity<Value>(map: ReadonlyMap<string, Value>): Value[] {
  return [...map].sort(([left], [right]) => compareText(left, right)).map(([, value]) => value);
}
