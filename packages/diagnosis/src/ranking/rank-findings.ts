import type { Finding } from '@auto-ops/contracts';
import { compareText } from '../order/compare-text.ts';
import { epochOf } from '../order/epoch-of.ts';
import type { Targets } from '../targets/resolve-targets.ts';
import type { View } from '../view.ts';
import { createNearness } from './create-nearness.ts';
import { explain } from './explain.ts';
import { proofOf } from './proof-of.ts';
import { reachOf } from './reach-of.ts';

/** A finding as a candidate for the cause. */
export interface Candidate {
  readonly finding: Finding;
  readonly key: string;
  readonly workload: string;
  readonly touches: ReadonlySet<string>;
  /** 0 to 1. */
  readonly score: number;
  /** How near it, or something that it explains, is to what the alert is about; 0 to 1. */
  readonly nearness: number;
  readonly proof: number;
  /** Findings that it explains, directly or through others. */
  readonly effects: readonly Finding[];
  /** Whether another finding explains it. */
  readonly explained: boolean;
}

const weights = { proof: 0.5, nearness: 0.35, effects: 0.15 };
const severityShare = { critical: 1, warning: 0.96, info: 0.8 };
/** What another finding explains is a symptom: it stays visible below its cause. */
const symptomShare = 0.55;
/** A cause is a little less near than the symptom by which it is connected. */
const detour = 0.97;

/** Findings as candidates, best first; ties are broken by proof, time, code and subject. */
export function rankFindings(view: View, findings: readonly Finding[], targets: Targets): readonly Candidate[] {
  const reaches = findings.map((finding) => reachOf(view, finding));
  const { causes, effects } = explain(view.graph, reaches);
  const nearness = createNearness(view, targets);
  const own = reaches.map(nearness);
  const candidates = reaches.map((reach, position): Candidate => {
    const explainedOnes = [...(effects[position] ?? [])].sort((left, right) => left - right);
    const near = Math.max(own[position] ?? 0, ...explainedOnes.map((other) => (own[other] ?? 0) * detour));
    const proof = proofOf(reach.finding.code);
    const isExplained = (causes[position]?.size ?? 0) > 0;
    // Half of what effects can give comes with the first one.
    const breadth = explainedOnes.length / (explainedOnes.length + 1);
    const sum = weights.proof * proof + weights.nearness * near + weights.effects * (0.6 + 0.4 * breadth);
    const score = sum * severityShare[reach.finding.severity] * (isExplained ? symptomShare : 1) * (0.6 + 0.4 * near);
    return {
      ...reach,
      score: Math.round(score * 1e6) / 1e6,
      nearness: near,
      proof,
      effects: explainedOnes.flatMap((other) => reaches[other]?.finding ?? []),
      explained: isExplained,
    };
  });
  return candidates.sort(compareCandidates);
}

function compareCandidates(left: Candidate, right: Candidate): number {
  return (
    right.score - left.score ||
    right.proof - left.proof ||
    (epochOf(left.finding.since) ?? Number.MAX_SAFE_INTEGER) -
      (epochOf(right.finding.since) ?? Number.MAX_SAFE_INTEGER) ||
    compareText(left.finding.code, right.finding.code) ||
    compareText(left.key, right.key)
  );
}
