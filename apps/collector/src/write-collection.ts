import { AutoOpsError, Collection, type StepOutputs } from '@auto-ops/contracts';
import type { Collected, CollectRequest, Specialist } from '@auto-ops/evidence';
import { asAutoOpsError } from '@auto-ops/runtime';
import type { StepCall } from '@auto-ops/workspace';
import type { Config } from './config.ts';

/**
 * Looks, and writes evidence and coverage. A specialist that fails says so in both coverage and log and the run goes on with what the
 * others saw; only what the person who asked must correct (NAMESPACE_UNKNOWN), a stop and a defect of this program end the step.
 */
export async function writeCollection(
  call: StepCall<Config>,
  specialist: Specialist,
  request: CollectRequest,
  look: () => Promise<Collected>,
): Promise<StepOutputs> {
  const started = performance.now();
  const outcome = await look().catch((error: unknown) => failureOf(call, error));
  const collected = outcome instanceof AutoOpsError ? nothingOf(specialist, outcome) : outcome;
  const { evidence, coverage, capturedAt } = collected;
  const lines = evidence.map((item) => `${JSON.stringify(item)}\n`);
  call.workspace.writeText(`${call.folder}/evidence.ndjson`, lines.join(''));
  call.workspace.write(Collection, `${call.folder}/coverage.json`, {
    schemaVersion: 1,
    incident: call.incident.id,
    zone: specialist.zone,
    specialist: specialist.name,
    capturedAt: capturedAt ?? request.capturedAt,
    window: request.window,
    items: evidence.length,
    coverage: [...coverage],
    ...(outcome instanceof AutoOpsError ? { error: { code: outcome.code, message: outcome.message } } : {}),
  });
  const milliseconds = Math.round(performance.now() - started);
  const redacted = [...request.redactor.counts].map(([name, count]) => `${count} ${name}`);
  call.logger.info({ specialist: specialist.name, items: evidence.length, milliseconds, redacted }, 'collected');
  return { verdict: outcome instanceof AutoOpsError ? 'failed' : 'done' };
}

function nothingOf(specialist: Specialist, failure: AutoOpsError): Collected {
  const error = `${failure.code}: ${failure.message}`;
  return { evidence: [], coverage: specialist.kinds.map((kind) => ({ kind, complete: false, error })) };
}

function failureOf(call: StepCall<Config>, error: unknown): AutoOpsError {
  const failure = asAutoOpsError(error);
  if (call.signal.aborted || failure.code === 'NAMESPACE_UNKNOWN' || failure.code === 'DEFECT') throw error;
  if (failure.code.startsWith('BUNDLE_')) throw error;
  call.logger.warn({ code: failure.code, hint: failure.hint }, failure.message);
  return failure;
}
