import type { CheckResult, Evidence, Finding } from '@auto-ops/contracts';
import { type Bundle, createView, detectAll, keyOf } from '@auto-ops/diagnosis';
import type { Focus } from './compare-states.ts';
import { declaredState } from './declared-state.ts';
import { isRelevantField } from './relevant-fields.ts';

/** What the check of the declared state came to. */
export interface DeclaredComparison {
  readonly verdict: 'recovered' | 'unchanged' | 'unverified';
  readonly checks: CheckResult[];
  readonly remaining: Finding[];
  readonly appeared: Finding[];
}

/** How far from the subject an object may lie that a fix changes, for example the ConfigMap a workload reads. */
const reach = 2;

/**
 * Is the cause gone from what the repository would deploy? The declared objects are laid over the recorded ones; the declared state must
 * differ where the cause is, and the detectors must find nothing of it any more. Nothing ran, so nothing is said about how it would go.
 */
export function verifyDeclared(recorded: Bundle, rendered: readonly Evidence[], focus: Focus): DeclaredComparison {
  if (rendered.length === 0) {
    const detail = 'The manifests of the changed repository could not be read.';
    return {
      verdict: 'unverified',
      checks: [{ name: 'declared-read', result: 'failed', detail }],
      remaining: [],
      appeared: [],
    };
  }
  const before = detectAll(createView(recorded)).findings;
  const isCause = (finding: Finding) =>
    finding.code === focus.cause.code && keyOf(finding.subject) === keyOf(focus.cause.subject);
  const proofs = before.filter(isCause).flatMap((finding) => finding.evidence);
  const state = declaredState(recorded, rendered, proofs);
  const view = createView(state.bundle);
  const after = detectAll(view).findings;
  const remaining = after.filter(isCause);
  const known = new Set(before.map((finding) => `${finding.code} ${keyOf(finding.subject)}`));
  const appeared = after.filter(
    (finding) => finding.severity !== 'info' && !known.has(`${finding.code} ${keyOf(finding.subject)}`),
  );

  const near = state.changes.filter(
    ({ subject }) => view.graph.distance(keyOf(focus.cause.subject), keyOf(subject), reach) <= reach,
  );
  const wanted = near.flatMap(({ subject, fields }) =>
    fields
      .filter((field) => isRelevantField(focus.cause.code, field))
      .map((field) => `${keyOf(subject)} ${field}`.trim()),
  );
  const check = (name: string, problem: string | undefined, detail: string): CheckResult => ({
    name,
    result: problem === undefined ? 'passed' : 'failed',
    detail: (problem ?? detail).slice(0, 4000),
  });
  const isOver = remaining.length === 0 && wanted.length > 0 && appeared.length === 0;
  return {
    verdict: isOver ? 'recovered' : 'unchanged',
    checks: [
      check(
        'declared-differs',
        wanted.length > 0 ? undefined : 'What the repository declares is the same where the cause is.',
        `Differs from what was recorded: ${wanted.slice(0, 20).join('; ')}`,
      ),
      check(
        'declared-cause-gone',
        remaining[0]?.message,
        `No finding ${focus.cause.code} in what the repository would deploy.`,
      ),
      check(
        'declared-nothing-new',
        appeared.length > 0 ? appeared.map((finding) => `${finding.code}: ${finding.message}`).join('; ') : undefined,
        'No other finding appeared in it.',
      ),
      {
        name: 'live',
        result: 'not-run',
        detail: 'Nothing that runs was touched or looked at; this is about the manifests alone.',
      },
    ],
    remaining,
    appeared,
  };
}
