import type { Graph } from '../graph/graph.ts';
import { compareText } from '../order/compare-text.ts';
import { type Along, explanations } from './explanations.ts';
import { proofOf } from './proof-of.ts';
import type { Reach } from './reach-of.ts';
import { walk } from './walk.ts';
import { walks } from './walks.ts';

/** Who explains whom among the findings, by position. */
export interface Explained {
  /** Positions of everything that a finding explains, directly or through others. */
  readonly effects: readonly ReadonlySet<number>[];
  /** Positions of what explains a finding directly. */
  readonly causes: readonly ReadonlySet<number>[];
}

/** Applies the table of explanations; of two findings that explain each other the better proved one is the cause. */
export function explain(graph: Graph, findings: readonly Reach[]): Explained {
  const byCode = Map.groupBy(findings.keys(), (position) => findings[position]?.finding.code);
  const causes = findings.map(() => new Set<number>());
  const direct = findings.map(() => new Set<number>());
  findings.forEach((symptom, position) => {
    const stands = standing(graph, symptom);
    for (const row of explanations) {
      if (!row.symptoms.includes(symptom.finding.code)) continue;
      for (const other of row.causes.flatMap((code) => byCode.get(code) ?? [])) {
        const cause = findings[other];
        if (cause === undefined || other === position || causes[position]?.has(other)) continue;
        if (!row.along.some((along) => stands(cause, along))) continue;
        causes[position]?.add(other);
        direct[other]?.add(position);
      }
    }
  });
  breakCycles(causes, direct, findings);
  return { causes, effects: findings.map((_, position) => effectsOf(position, direct)) };
}

/** Whether a cause stands to one symptom as a row asks; each walk from the symptom is made once. */
function standing(graph: Graph, symptom: Reach): (cause: Reach, along: Along) => boolean {
  const walked = new Map<Along, ReadonlySet<string>>();
  return (cause, along) => {
    if (along === 'cluster') return true;
    if (along === 'subject') return symptom.key === cause.key || symptom.workload === cause.workload;
    if (along === 'workload') return cause.touches.has(symptom.workload) || symptom.touches.has(cause.workload);
    const keys = walked.get(along) ?? walk(graph, [symptom.key, symptom.workload], walks[along]);
    walked.set(along, keys);
    return keys.has(cause.key) || keys.has(cause.workload);
  };
}

/** An explanation counts only from the stronger to the weaker where each would explain the other, over any detour. */
function breakCycles(causes: readonly Set<number>[], direct: readonly Set<number>[], findings: readonly Reach[]): void {
  const order = findings
    .map((reach, position) => ({
      position,
      weight: proofOf(reach.finding.code),
      identity: `${reach.finding.code} ${reach.key}`,
    }))
    .sort((left, right) => right.weight - left.weight || compareText(left.identity, right.identity));
  for (const { position } of order) {
    const effects = effectsOf(position, direct);
    for (const other of [...(causes[position] ?? [])]) {
      if (!effects.has(other)) continue;
      causes[position]?.delete(other);
      direct[other]?.delete(position);
    }
  }
}

function effectsOf(position: number, direct: readonly ReadonlySet<number>[]): ReadonlySet<number> {
  const effects = new Set<number>();
  const open = [position];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    for (const other of direct[current] ?? []) {
      if (other === position || effects.has(other)) continue;
      effects.add(other);
      open.push(other);
    }
  }
  return effects;
}
