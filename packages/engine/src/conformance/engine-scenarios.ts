import { failureScenarios } from './failure-scenarios.ts';
import { graphScenarios } from './graph-scenarios.ts';
import { runScenarios } from './run-scenarios.ts';
import type { Scenario } from './scenario.ts';

/** What every adapter of the Engine port must pass. */
export const engineScenarios: readonly Scenario[] = [...graphScenarios, ...failureScenarios, ...runScenarios];
