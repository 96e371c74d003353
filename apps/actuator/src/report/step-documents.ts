import {
  Analysis,
  Collection,
  Decision,
  type Effect,
  Effects,
  Outcome,
  Plan,
  Proposal,
  Review,
  StepRecord,
} from '@auto-ops/contracts';
import { asAutoOpsError } from '@auto-ops/runtime';
import type { Workspace } from '@auto-ops/workspace';
import type { z } from 'zod';
import { parseJournal } from '../act/parse-journal.ts';
import { effectsVerdict } from '../apply/effects-verdict.ts';

/** Everything a run wrote, as far as it can be read, and why the rest cannot. */
export interface StepDocuments {
  readonly analysis?: Analysis | undefined;
  readonly collections: readonly Collection[];
  readonly plan?: Plan | undefined;
  /** How many attempts at a fix were begun, also those that were lost before they wrote anything. */
  readonly attempts: number;
  readonly reviews: readonly Review[];
  readonly proposal?: Proposal | undefined;
  readonly decision?: Decision | undefined;
  readonly effects?: Effects | undefined;
  readonly outcome?: Outcome | undefined;
  readonly undo?: Effects | undefined;
  /** In the order the steps began. */
  readonly steps: readonly StepRecord[];
  readonly problems: readonly string[];
}

/** Reads the documents of a run. One that is invalid or was never finished becomes a problem and stops nothing. */
export function readStepDocuments(workspace: Workspace): StepDocuments {
  const problems: string[] = [];
  function read<Schema extends z.ZodType>(schema: Schema, path: string): z.infer<Schema> | undefined {
    try {
      return workspace.readIfPresent(schema, path);
    } catch (error) {
      problems.push(asAutoOpsError(error).message);
      return undefined;
    }
  }
  const below = (folder: string) => safeList(workspace, folder).map((name) => `${folder}/${name}`);
  const attempts = below('fix').toReversed();
  const collected = [...below('collect').flatMap(below), ...below('observe')];
  const stepFolders = [
    'route',
    ...below('collect').flatMap(below),
    ...below('analyse'),
    ...below('fix'),
    ...below('rehearse'),
    ...below('check'),
    ...below('review'),
    'propose',
    'decide',
    'apply',
    ...below('observe'),
    'verify',
    'undo',
  ];
  const proposal = read(Proposal, 'propose/proposal.json');
  return {
    analysis: below('analyse')
      .toReversed()
      .flatMap((folder) => read(Analysis, `${folder}/analysis.json`) ?? [])[0],
    collections: collected.flatMap((folder) => read(Collection, `${folder}/coverage.json`) ?? []),
    plan: attempts.flatMap((folder) => read(Plan, `${folder}/plan.json`) ?? [])[0],
    attempts: attempts.length,
    reviews: below('review').flatMap((folder) => read(Review, `${folder}/review.json`) ?? []),
    proposal,
    decision: read(Decision, 'decide/decision.json'),
    effects: read(Effects, 'apply/effects.json') ?? journalled(workspace, 'apply', proposal, problems),
    outcome: read(Outcome, 'verify/outcome.json'),
    undo: read(Effects, 'undo/effects.json') ?? journalled(workspace, 'undo', proposal, problems),
    steps: stepFolders
      .flatMap((folder) => read(StepRecord, `${folder}/record.json`) ?? [])
      .toSorted((one, other) => Date.parse(one.startedAt) - Date.parse(other.startedAt)),
    problems,
  };
}

function safeList(workspace: Workspace, folder: string): string[] {
  return workspace.list(folder).filter((name) => /^[a-z0-9][a-z0-9-]*$/.test(name));
}

/** What a step that broke down had done already, from its journal. */
function journalled(
  workspace: Workspace,
  step: 'apply' | 'undo',
  proposal: Proposal | undefined,
  problems: string[],
): Effects | undefined {
  const path = `${step}/journal.ndjson`;
  if (proposal === undefined || !workspace.exists(path)) return undefined;
  try {
    const entries = parseJournal(workspace.readText(path), path);
    const effects = entries.flatMap((entry): Effect[] => (entry.entry === 'result' ? [entry.effect] : []));
    const done = new Set(effects.map((effect) => effect.action));
    const open = entries.flatMap((entry) =>
      entry.entry === 'intent' && !done.has(entry.action) ? [entry.action] : [],
    );
    if (open.length > 0)
      problems.push(
        `${step} broke down in the middle of ${open.join(', ')}; its journal does not say whether it took effect.`,
      );
    const { incident, planHash } = proposal;
    const live = effects.some((effect) => effect.target.kind !== 'Repository' && effect.status !== 'failed');
    return {
      schemaVersion: 1,
      incident,
      planHash,
      verdict: effectsVerdict(effects),
      live,
      effects,
    };
  } catch (error) {
    problems.push(asAutoOpsError(error).message);
    return undefined;
  }
}
