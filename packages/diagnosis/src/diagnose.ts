import { type Analysis, type Cause, causeList, type Subject } from '@auto-ops/contracts';
import { accusedChanges } from './changes/accused-changes.ts';
import { rankChanges } from './changes/rank-changes.ts';
import { regressionFinding } from './changes/regression-finding.ts';
import { suspectChanges } from './changes/suspect-changes.ts';
import { detectAll } from './detect-all.ts';
import { confidenceOf } from './ranking/confidence-of.ts';
import { type Candidate, rankFindings } from './ranking/rank-findings.ts';
import { rankRunbooks } from './runbooks/rank-runbooks.ts';
import type { Runbook } from './runbooks/runbook.ts';
import { readSignals } from './signals/read-signals.ts';
import { resolveTargets } from './targets/resolve-targets.ts';
import { affectedBy } from './verdict/affected-by.ts';
import { decideVerdict } from './verdict/decide-verdict.ts';
import { diagnosticsFor } from './verdict/diagnostics-for.ts';
import { noFault } from './verdict/no-fault.ts';
import { requestFor } from './verdict/request-for.ts';
import { summarise } from './verdict/summarise.ts';
import { type Bundle, createView } from './view/create-view.ts';

const mostCauses = 10;
const categories = new Map<string, Cause['category']>(causeList.map(({ code, category }) => [code, category]));

/** What is diagnosed. */
export interface Question extends Bundle {
  readonly targets?: readonly Subject[];
  readonly runbooks?: readonly Runbook[];
}

/**
 * Evidence in, Analysis out: synchronous, pure, the same for the same evidence in any order. `targets` are objects that
 * the signal names beside its alerts and question, nearest first; `runbooks` are the pages it may cite.
 */
export function diagnose({ targets: given, runbooks = [], ...bundle }: Question): Analysis {
  const view = createView(bundle);
  const detection = detectAll(view);
  const targets = resolveTargets(view, given);
  const signals = readSignals(view, detection.findings);
  const before = rankFindings(view, detection.findings, targets);
  const changes = rankChanges(
    view,
    signals,
    targets,
    before.slice(0, 5).map(({ workload }) => workload),
  );
  const regression = regressionFinding(view, signals, targets, changes);
  const findings = regression === undefined ? detection.findings : [...detection.findings, regression];
  const candidates = regression === undefined ? before : rankFindings(view, findings, targets);

  const proof = noFault(view, targets, candidates, signals);
  const verdict = proof === undefined ? decideVerdict(candidates) : 'no-fault';
  const causes = proof === undefined ? candidates.slice(0, mostCauses).map(asCause) : [];
  const first = proof === undefined ? candidates[0] : undefined;
  const affected = first === undefined ? [] : [...affectedBy(view, first, signals)];
  const request = requestFor(view, findings);
  return {
    schemaVersion: 1,
    bundle: bundle.manifest.name,
    verdict,
    summary: summarise(view, {
      verdict,
      cause: causes[0],
      candidate: first,
      affected,
      changes,
      noFault: proof,
      findings: findings.length,
    }),
    causes,
    findings: [...findings],
    suspectChanges: suspectChanges(changes),
    affected,
    ruledOut: [...detection.ruledOut],
    runbooks: verdict === 'no-fault' ? [] : rankRunbooks(runbooks, { manifest: bundle.manifest, causes }),
    diagnostics: diagnosticsFor(view, first, categories.get(first?.finding.code ?? '') ?? '', targets.namespaces),
    basis: 'rules',
    ...(request === undefined ? {} : { request }),
  };

  function asCause(candidate: Candidate, index: number): Cause {
    const { finding, score } = candidate;
    const accused = finding.facts?.changes;
    return {
      rank: index + 1,
      code: finding.code,
      category: categories.get(finding.code) ?? 'configuration',
      subject: finding.subject,
      statement: finding.message,
      confidence: confidenceOf(score),
      evidence: [...finding.evidence],
      changes: Array.isArray(accused) ? accused : [...accusedChanges(finding, candidate, changes, signals.onset)],
    };
  }
}
