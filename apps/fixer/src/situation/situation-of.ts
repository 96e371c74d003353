import type { Analysis, Subject } from '@auto-ops/contracts';
import type { View } from '@auto-ops/diagnosis';
import type { Situation } from './situation.ts';

/** The situation of an analysis; `undefined` where it names no cause. */
export function situationOf(analysis: Analysis, view: View): Situation | undefined {
  const cause = analysis.causes[0];
  if (cause === undefined) return undefined;
  const isAbout = (subject: Subject) =>
    subject.kind === cause.subject.kind &&
    subject.namespace === cause.subject.namespace &&
    subject.name === cause.subject.name;
  const findings = analysis.findings.filter((finding) => finding.code === cause.code);
  const sorted = [
    ...findings.filter((finding) => isAbout(finding.subject)),
    ...findings.filter((finding) => !isAbout(finding.subject)),
  ];
  return { analysis, cause, findings: sorted, view };
}
