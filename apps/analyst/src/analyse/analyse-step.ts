import { Analysis, Route } from '@auto-ops/contracts';
import { diagnose } from '@auto-ops/diagnosis';
import { readCollections, type StepProgram } from '@auto-ops/workspace';
import type { Config } from '../config.ts';
import { nextStep } from './next-step.ts';

/** Evidence → Analysis by rules; round 1 of a live run may ask for one more round of collect. */
export const analyseStep: StepProgram<Config> = {
  run({ folder, workspace, incident, round = 1, logger }) {
    const route = workspace.read(Route, 'route/route.json');
    const { manifest, evidence } = readCollections(workspace, 'collect');
    // A live manifest knows the incident's scope; what was read is the route's.
    const scope = incident.mode === 'live' ? { ...manifest.scope, ...route.scope } : manifest.scope;
    const analysis = diagnose({
      manifest: { ...manifest, ...(scope === undefined ? {} : { scope }) },
      evidence,
      targets: incident.target === undefined ? [] : [incident.target],
    });
    workspace.write(Analysis, `${folder}/analysis.json`, analysis);
    const next = nextStep(analysis, { mode: incident.mode, round });
    logger.info(
      { verdict: analysis.verdict, causes: analysis.causes.length, evidence: evidence.length, next },
      'analysed',
    );
    // The cluster zone looks again; only the reader of objects has anything to add in another namespace.
    const again = (route.specialists.cluster ?? []).filter((specialist) => specialist === 'kubernetes');
    return Promise.resolve({ verdict: analysis.verdict, next, cluster: next === 'collect' ? again : [] });
  },
};
