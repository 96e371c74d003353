import type { CheckResult, Finding, Subject } from '@auto-ops/contracts';
import { type Detection, keyOf, type View } from '@auto-ops/diagnosis';
import { type Readiness, readinessOf } from './readiness.ts';
import { watchedWorkloads } from './watched-workloads.ts';

/** One side of the comparison. */
export interface State {
  readonly view: View;
  readonly detection: Detection;
}

/** What to look at. */
export interface Focus {
  readonly cause: { readonly code: string; readonly subject: Subject };
  /** What was changed. */
  readonly targets: readonly Subject[];
  readonly affected: readonly Subject[];
}

/** What the comparison came to, before anything about the collection itself. */
export interface Comparison {
  readonly verdict: 'recovered' | 'unchanged' | 'worse';
  readonly checks: CheckResult[];
  readonly remaining: Finding[];
  readonly appeared: Finding[];
}

/** How far, in steps of the graph, a new finding counts as being about the change. */
const reach = 3;

/**
 * Holds the state after a change against the one before: is the cause gone, are the workloads available, did anything serious
 * appear around it, are fewer replicas ready?
 */
export function compareStates(before: State, after: State, focus: Focus): Comparison {
  const causeKey = `${focus.cause.code} ${keyOf(focus.cause.subject)}`;
  const known = new Set(before.detection.findings.map(keyOfFinding));
  const remaining = after.detection.findings.filter((finding) => keyOfFinding(finding) === causeKey);
  const appeared = after.detection.findings.filter(
    (finding) =>
      finding.severity !== 'info' && !known.has(keyOfFinding(finding)) && isAround(after.view, finding, focus),
  );
  const workloads = watchedWorkloads(after.view, [...focus.targets, focus.cause.subject], focus.affected);
  const readiness = workloads.map((subject) => ({
    subject,
    before: readinessIn(before.view, subject),
    after: readinessIn(after.view, subject),
  }));
  const missing = readiness.filter((one) => one.after?.isSettled !== true);
  const fewer = readiness.filter(
    (one) => (one.after?.ready ?? 0) < Math.min(one.before?.ready ?? 0, one.after?.desired ?? 0),
  );

  const checks: CheckResult[] = [
    check(
      'cause-gone',
      remaining.map((finding) => finding.message),
      `No finding ${focus.cause.code} about ${nameOf(focus.cause.subject)} any more.`,
    ),
    workloads.length === 0
      ? { name: 'workloads-available', result: 'not-run', detail: 'No workload is behind what was changed.' }
      : check('workloads-available', missing.map(countText), readiness.map(countText).join('; ')),
    check('not-fewer-ready', fewer.map(countText), 'No workload has fewer ready replicas than before.'),
    check(
      'nothing-new',
      appeared.map((finding) => `${finding.code}: ${finding.message}`),
      'Nothing serious appeared around it.',
    ),
  ];
  const isWorse = appeared.length > 0 || fewer.length > 0;
  const isOver = remaining.length === 0 && missing.length === 0;
  return { verdict: isWorse ? 'worse' : isOver ? 'recovered' : 'unchanged', checks, remaining, appeared };
}

function keyOfFinding(finding: Finding): string {
  return `${finding.code} ${keyOf(finding.subject)}`;
}

function isAround(view: View, finding: Finding, focus: Focus): boolean {
  const key = keyOf(finding.subject);
  return [focus.cause.subject, ...focus.targets].some(
    (subject) => keyOf(subject) === key || view.graph.distance(keyOf(subject), key, reach) <= reach,
  );
}

function readinessIn(view: View, subject: Subject): Readiness | undefined {
  const item = view.object(subject.kind, subject.namespace, subject.name);
  return item === undefined ? undefined : readinessOf(item.object);
}

function countText(one: { subject: Subject; before: Readiness | undefined; after: Readiness | undefined }): string {
  const settled = one.after?.isSettled === true ? '' : ', not settled';
  return `${nameOf(one.subject)}: ${one.after?.ready ?? 0} of ${one.after?.desired ?? 0} ready (${one.before?.ready ?? 0} before)${settled}`;
}

function nameOf(subject: Subject): string {
  return [subject.kind, subject.namespace, subject.name].filter((part) => part !== undefined).join('/');
}

function check(name: string, problems: readonly string[], detail: string): CheckResult {
  const result = problems.length === 0 ? 'passed' : 'failed';
  return { name, result, detail: (problems.join('; ') || detail).slice(0, 4000) };
}
