import type { CauseCode, Finding, Severity, Subject } from '@auto-ops/contracts';
import type { Detection } from '../detector.ts';
import { keyOf } from '../subjects/key-of.ts';
import { earliest } from './times/earliest.ts';

/** What a detector says about one occurrence; occurrences of the same subject and `part` become one finding. */
export interface Occurrence {
  readonly subject: Subject;
  readonly severity: Severity;
  readonly message: string;
  readonly evidence: readonly (string | undefined)[];
  readonly since?: readonly unknown[] | string | undefined;
  /** What of the subject it is about (a container, a probe), where one subject can have several findings. */
  readonly part?: string | undefined;
  readonly facts?: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>> | undefined;
}

/** Collects what one detector finds and excludes. */
export interface DetectionDraft {
  found(occurrence: Occurrence): void;
  excluded(subject: Subject, reason: string, evidence: readonly (string | undefined)[]): void;
  result(): Detection;
}

const maximumEvidence = 10;

/** An empty draft for a code. */
export function createDetectionDraft(code: CauseCode): DetectionDraft {
  const findings = new Map<string, Finding>();
  const ruledOut = new Map<string, Detection['ruledOut'][number]>();
  return {
    found(occurrence) {
      const key = `${keyOf(occurrence.subject)} ${occurrence.part ?? ''}`;
      const earlier = findings.get(key);
      findings.set(key, earlier === undefined ? create(code, occurrence) : merge(earlier, occurrence));
    },
    excluded(subject, reason, evidence) {
      const key = `${keyOf(subject)} ${reason}`;
      if (!ruledOut.has(key)) ruledOut.set(key, { code, subject, reason, evidence: unique(evidence) });
    },
    result: () => ({ findings: [...findings.values()], ruledOut: [...ruledOut.values()] }),
  };
}

function create(code: CauseCode, { subject, severity, message, evidence, since, facts }: Occurrence): Finding {
  const first = sinceOf(since);
  const entries = Object.entries(facts ?? {}).filter((entry) => entry[1] !== undefined);
  return {
    code,
    subject,
    severity,
    message,
    evidence: unique(evidence),
    ...(first === undefined ? {} : { since: first }),
    ...(entries.length === 0 ? {} : { facts: Object.fromEntries(entries) as NonNullable<Finding['facts']> }),
  };
}

function merge(earlier: Finding, { severity, evidence, since }: Occurrence): Finding {
  const first = earliest(earlier.since, sinceOf(since));
  return {
    ...earlier,
    severity: order.indexOf(severity) < order.indexOf(earlier.severity) ? severity : earlier.severity,
    evidence: unique([...earlier.evidence, ...evidence]),
    ...(first === undefined ? {} : { since: first }),
  };
}

const order: readonly Severity[] = ['critical', 'warning', 'info'];

function sinceOf(since: Occurrence['since']): string | undefined {
  return typeof since === 'string' ? earliest(since) : earliest(...(since ?? []));
}

function unique(evidence: readonly (string | undefined)[]): string[] {
  return [...new Set(evidence.filter((id) => id !== undefined))].slice(0, maximumEvidence);
}
