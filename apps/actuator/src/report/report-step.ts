import { readFileSync } from 'node:fs';
import { type BundleManifest, type Cancellation, type Evidence, Lesson, Report } from '@auto-ops/contracts';
import { asAutoOpsError, type RunApi } from '@auto-ops/runtime';
import { readCollections, type StepCall, type StepProgram } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { runName } from '../run-name.ts';
import type { Surroundings } from '../surroundings.ts';
import { endingOf } from './ending-of.ts';
import { headlineOf } from './headline-of.ts';
import { lessonOf } from './lesson-of.ts';
import { reportMarkdown } from './report-markdown.ts';
import { runTimes } from './run-times.ts';
import { readStepDocuments, type StepDocuments } from './step-documents.ts';
import { writeRunBundle } from './write-run-bundle.ts';

/** The step `report`: everything a run came to, whatever it came to, for people, for the gateway and for memory. */
export function reportStep(surroundings: Surroundings): StepProgram<Config> {
  return {
    async run(call) {
      const { workspace, folder } = call;
      const read = readStepDocuments(workspace);
      const collected = readEvidence(call);
      const documents: StepDocuments = { ...read, problems: [...read.problems, ...collected.problems] };
      const api = surroundings.openRunApi(call.config, call.signal);
      const cancellation = await cancellationOf(call, api);
      const report = reportOf(call, documents, surroundings.now(), cancellation);
      const evidence = new Map(collected.evidence.map((item) => [item.id, item]));

      workspace.write(Report, `${folder}/report.json`, report);
      const markdown = reportMarkdown({ report, documents, evidence });
      workspace.writeText(`${folder}/report.md`, markdown);
      const lesson = lessonOf(call.incident.id, report.ending, documents);
      if (lesson !== undefined) workspace.write(Lesson, `${folder}/lesson.json`, lesson);
      const archive =
        collected.manifest === undefined
          ? undefined
          : await writeRunBundle(call, collected.manifest, collected.evidence);

      if (archive !== undefined) await api?.bundle(report.run, readFileSync(archive));
      await api?.reportText(report.run, markdown);
      await api?.report(report.run, report);
      return { verdict: report.ending };
    },
  };
}

interface ReadEvidence {
  readonly manifest?: BundleManifest;
  readonly evidence: readonly Evidence[];
  readonly problems: readonly string[];
}

function readEvidence({ workspace }: StepCall<Config>): ReadEvidence {
  try {
    return { ...readCollections(workspace, 'collect'), problems: [] };
  } catch (error) {
    return { evidence: [], problems: [`The evidence cannot be read: ${asAutoOpsError(error).message}`] };
  }
}

/** Who ended the run before it proposed anything. Where the gateway cannot be asked the report is made without it. */
async function cancellationOf(call: StepCall<Config>, api: RunApi | undefined): Promise<Cancellation | undefined> {
  try {
    return (await api?.alerts(runName(call)))?.cancellation;
  } catch (error) {
    const { code, message } = asAutoOpsError(error);
    call.logger.warn({ code }, `whether the run was cancelled is not known: ${message}`);
    return undefined;
  }
}

function reportOf(
  call: StepCall<Config>,
  documents: StepDocuments,
  now: string,
  cancellation: Cancellation | undefined,
): Report {
  const { analysis, proposal, decision, effects, outcome, undo } = documents;
  const ending = endingOf(documents, now, cancellation !== undefined);
  const report = {
    schemaVersion: 1 as const,
    incident: call.incident,
    run: runName(call),
    ending,
    headline: headlineOf(ending, documents, call.incident.title),
    ...(analysis !== undefined && { analysis }),
    collections: [...documents.collections],
    reviews: [...documents.reviews],
    ...(proposal !== undefined && { proposal }),
    ...(decision !== undefined && { decision }),
    ...(cancellation !== undefined && { cancellation }),
    ...(effects !== undefined && { effects }),
    ...(outcome !== undefined && { outcome }),
    ...(undo !== undefined && { undo }),
    steps: [...documents.steps],
    createdAt: now,
  };
  return { ...report, times: runTimes(report) };
}
