import type { Engine, Run } from '@auto-ops/contracts';

/** What a scenario is given: an engine over its template, and how to wait for it. */
export interface ScenarioCall {
  readonly engine: Engine;
  /** Starts a run and returns its name; two calls with one id are the same incident. */
  start(id: string): Promise<string>;
  /** Waits until a run is as wished; fails when the engine's patience is over. */
  until(run: string, isAsWished: (run: Run) => boolean): Promise<Run>;
  /** Waits until a run has ended. */
  ended(run: string): Promise<Run>;
}

/** One thing that every engine must do alike. Times are lower bounds; engines differ in speed. */
export interface Scenario {
  readonly title: string;
  /** A WorkflowTemplate whose image is `auto-ops/fixture`. */
  readonly template: unknown;
  /** Throws where the engine does not behave. */
  check(call: ScenarioCall): Promise<void>;
}
