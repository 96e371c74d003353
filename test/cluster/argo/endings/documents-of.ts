import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Effects, Report, type Subject } from '@auto-ops/contracts';
import { readBundle } from '@auto-ops/workspace';

/** What a run left, without what differs from run to run: ids, times, hashes, versions, counts of events and words. */
export interface LeftDocuments {
  /** Members of the report that are documents of the chain, in its order. */
  readonly names: readonly string[];
  /** What each document says, to be compared member by member. */
  readonly content: Readonly<Record<string, unknown>>;
}

const chain = ['analysis', 'collections', 'reviews', 'proposal', 'decision', 'effects', 'outcome', 'undo'] as const;

/** Reads the report and the bundle of an incident; throws where either is not of its schema. */
export async function documentsOf(reportDocument: unknown, archive: Buffer): Promise<LeftDocuments> {
  const report = Report.parse(reportDocument);
  const { analysis, collections, reviews, proposal, decision, cancellation, effects, outcome, undo, steps } = report;
  const names = chain.filter((name) => {
    const document: unknown = report[name];
    return Array.isArray(document) ? document.length > 0 : document !== undefined;
  });
  return {
    names,
    content: {
      report: { schemaVersion: report.schemaVersion, ending: report.ending, headline: withoutPlace(report.headline) },
      analysis: analysis && {
        verdict: analysis.verdict,
        basis: analysis.basis,
        causes: analysis.causes.map(({ code, category, subject }) => ({ code, category, subject: wordsOf(subject) })),
      },
      collections: collections
        .map(({ zone, specialist, coverage, error }) => ({
          zone,
          specialist,
          error: error?.code,
          coverage: coverage.map(({ kind, complete }) => `${kind}${complete ? '' : ' incomplete'}`).sort(),
        }))
        .sort((one, other) => one.specialist.localeCompare(other.specialist)),
      reviews: reviews.map(({ attempt, class: actionClass, verdict, checks }) => ({
        attempt,
        class: actionClass,
        verdict,
        checks: checks.map(({ name, result }) => `${name} ${result}`),
      })),
      proposal: proposal && {
        class: proposal.class,
        approvals: proposal.approvals,
        actions: proposal.plan.actions.map(({ id, type, target }) => `${id} ${type} of ${wordsOf(target)}`),
        rehearsal: proposal.rehearsal.checks.map(({ name, result }) => `${name} ${result}`),
        diff: withoutPlace(proposal.diff),
      },
      decision: decision && {
        verdict: decision.verdict,
        approvers: decision.approvers.map(({ id, channel }) => `${id} by ${channel}`),
        reason: decision.reason,
      },
      cancellation: cancellation && { by: cancellation.by, reason: cancellation.reason },
      effects: effects && effectsOf(effects),
      outcome: outcome && {
        verdict: outcome.verdict,
        live: outcome.live,
        checks: outcome.checks.map(({ name, result }) => `${name} ${result}`),
      },
      undo: undo && effectsOf(undo),
      steps: steps
        .map(({ folder, outcome: end, outputs }) => ({ folder, outcome: end, outputs: withoutLock(outputs) }))
        .sort(byFolder),
      bundle: await bundleOf(archive),
    },
  };
}

function effectsOf({ verdict, live, effects }: Effects): object {
  return {
    verdict,
    live,
    effects: effects.map(({ type, status, target }) => `${status} ${type} of ${wordsOf(target)}`),
  };
}

async function bundleOf(archive: Buffer): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'auto-ops-bundle-'));
  try {
    const file = join(folder, 'bundle.tar.gz');
    writeFileSync(file, archive);
    const { manifest, evidence, hasRepository } = await readBundle(file);
    // Events and pods come and go while a world is broken, and of the cluster's own objects others make new ones; the rest stays.
    const passing = ['Event', 'Pod', 'EndpointSlice'];
    const lasting = evidence.filter(
      ({ kind, subject }) => kind === 'object' && subject?.namespace !== undefined && !passing.includes(subject.kind),
    );
    return {
      members: Object.keys(manifest).sort(),
      hasRepository,
      kinds: [...new Set(evidence.map(({ kind }) => kind))].sort(),
      objects: [...new Set(lasting.map(({ subject }) => wordsOf(subject)))].sort(),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function byFolder(one: { folder: string }, other: { folder: string }): number {
  return one.folder.localeCompare(other.folder);
}

/** A lock names a cluster and a namespace. */
function withoutLock(outputs: Readonly<Record<string, string>>): object {
  return Object.fromEntries(Object.entries(outputs).map(([name, value]) => [name, name === 'lock' ? 'lock' : value]));
}

/** Whatever it is, without the namespace, which is of one run alone. */
function wordsOf(subject: Pick<Subject, 'kind' | 'name'> | undefined): string {
  return subject === undefined ? 'nothing' : withoutPlace(`${subject.kind} ${subject.name}`);
}

function withoutPlace(text: string): string {
  return text
    .replace(/\bending-[a-z]+-[a-z0-9]+/g, 'namespace')
    .replace(/-[0-9a-f]{8,10}-[a-z0-9]{5}\b/g, '-pod')
    .replace(/(resourceVersion|generation|uid|creationTimestamp|auto-ops\.dev\/action): .*/g, '$1');
}
