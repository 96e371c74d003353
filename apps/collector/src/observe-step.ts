import { setTimeout as pause } from 'node:timers/promises';
import { Effects, Route, type Subject } from '@auto-ops/contracts';
import type { Collected, CollectRequest, Specialist } from '@auto-ops/evidence';
import { latestAnalysis, type StepCall, type StepProgram, type Workspace } from '@auto-ops/workspace';
import type { Config } from './config.ts';
import { findSpecialist } from './find-specialist.ts';
import { type Question, requestOf } from './request-of.ts';
import { createSettling } from './settling/create-settling.ts';
import { writeCollection } from './write-collection.ts';

const interval = 4000;

/** Looks at the same scope after the change until it has settled or the time is over; the last look is what is written. */
export const observeStep: StepProgram<Config> = {
  async run(call) {
    const specialist = findSpecialist(call.specialist, call.zone);
    const question = questionOf(call);
    const request = requestOf(call, question);
    return writeCollection(call, specialist, request, () => untilSettled(call, specialist, request));
  },
};

async function untilSettled(
  call: StepCall<Config>,
  specialist: Specialist,
  request: CollectRequest,
): Promise<Collected> {
  const deadline = Date.now() + call.config.observeSeconds * 1000;
  const hasSettled = createSettling(specialist.name, request.targets);
  for (;;) {
    const capturedAt = new Date().toISOString();
    const look = await specialist.collect({ ...request, capturedAt });
    const collected = { capturedAt, ...look };
    if (specialist.zone !== 'cluster' || hasSettled(collected) || Date.now() + interval > deadline) return collected;
    await pause(interval, undefined, { signal: call.signal });
  }
}

function questionOf({ workspace, incident }: StepCall<Config>): Question {
  const route = workspace.read(Route, 'route/route.json');
  const effects = workspace.readIfPresent(Effects, 'apply/effects.json');
  const changed = effects?.effects.map(({ target }) => target).filter(({ kind }) => kind !== 'Repository') ?? [];
  const targets = [...changed.map(asSubject), ...causeSubjects(workspace), ...route.targets];
  const namespaces = [...(route.scope.namespaces ?? []), ...targets.map(({ namespace }) => namespace)];
  const named = [...new Set(namespaces.filter((name) => name !== undefined))];
  const starts = effects?.effects.map(({ startedAt }) => startedAt).sort() ?? [];
  const copy = 'apply/repository';
  return {
    scope: named.length === 0 ? route.scope : { ...route.scope, namespaces: named },
    targets,
    // Lines of before the change would say that nothing got better.
    window: { from: starts[0] ?? incident.window.from, to: new Date().toISOString() },
    repository: workspace.exists(copy) ? workspace.path(copy) : undefined,
  };
}

function asSubject({ apiVersion, kind, namespace, name }: Subject): Subject {
  return {
    ...(apiVersion === undefined ? {} : { apiVersion }),
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
  };
}

/** What was repaired, where the change itself was elsewhere (a pull request, a ConfigMap). */
function causeSubjects(workspace: Workspace): Subject[] {
  const cause = workspace.exists('analyse') ? latestAnalysis(workspace).causes[0] : undefined;
  return cause === undefined ? [] : [cause.subject];
}
