import { Route } from '@auto-ops/contracts';
import { latestAnalysis, type StepCall, type StepProgram } from '@auto-ops/workspace';
import type { Config } from './config.ts';
import { findSpecialist } from './find-specialist.ts';
import { type Question, requestOf } from './request-of.ts';
import { writeCollection } from './write-collection.ts';

/** One specialist looks at what the route names; in a second round at what the first Analysis asks for. */
export const collectStep: StepProgram<Config> = {
  async run(call) {
    const specialist = findSpecialist(call.specialist, call.zone);
    const request = requestOf(call, questionOf(call));
    return writeCollection(call, specialist, request, () => specialist.collect(request));
  },
};

function questionOf({ workspace, incident, round = 1, config }: StepCall<Config>): Question {
  const route = workspace.read(Route, 'route/route.json');
  const asked = round > 1 ? latestAnalysis(workspace).request?.scope : undefined;
  const recorded = 'incident/bundle/repository';
  const repository =
    incident.mode === 'replay' && workspace.exists(recorded) ? workspace.path(recorded) : config.repository;
  return { scope: asked ?? route.scope, targets: route.targets, window: incident.window, repository };
}
