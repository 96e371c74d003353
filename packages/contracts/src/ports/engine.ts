import type { Decision } from '../decision.ts';
import type { Incident } from '../incident.ts';

/** The phases of a run and of its nodes, as Argo names them; `Suspended` is a run that waits for a decision. */
export type RunPhase = 'Pending' | 'Running' | 'Suspended' | 'Succeeded' | 'Failed';
export type NodePhase = 'Pending' | 'Running' | 'Succeeded' | 'Failed' | 'Error' | 'Skipped' | 'Omitted';

/** One node of a run: a step, a fan-out item, a suspension or a nested graph. */
export interface RunNode {
  readonly id: string;
  /** Unique in the run, for example `collect-cluster(0:kubernetes)`. */
  readonly displayName: string;
  readonly template: string;
  readonly kind: 'Pod' | 'Suspend' | 'DAG' | 'TaskGroup' | 'Retry';
  readonly phase: NodePhase;
  readonly parent?: string | undefined;
  readonly startedAt?: string | undefined;
  readonly finishedAt?: string | undefined;
  readonly message?: string | undefined;
  readonly outputs: Readonly<Record<string, string>>;
}

/** A run as an engine sees it. */
export interface Run {
  readonly name: string;
  readonly incident: string;
  readonly phase: RunPhase;
  readonly message?: string | undefined;
  readonly startedAt: string;
  readonly finishedAt?: string | undefined;
  readonly nodes: readonly RunNode[];
}

/** Told of every change of a run, at least once each. */
export type RunListener = (run: Run) => void;

/** How a run is started beside its incident. */
export interface RunOptions {
  /** The run's name; `incident-<id>` unless it is a retry. */
  readonly name?: string;
  /** `diagnose` ends after the Analysis. */
  readonly entrypoint?: 'incident' | 'diagnose';
  /** A bundle folder that stands in for the world; required for an incident of mode `replay`. */
  readonly bundle?: string;
}

/** Executes runs; one behaviour, whichever adapter. */
export interface Engine {
  /** Starts the run of an incident; starting one that exists changes nothing. */
  start(incident: Incident, options?: RunOptions): Promise<string>;
  /** Wakes the suspended run; the step `decide` fetches and verifies the decision by itself. */
  decide(run: string, decision: Decision): Promise<void>;
  /** Ends a run; its report is still made. */
  cancel(run: string): Promise<void>;
  runs(): Promise<readonly Run[]>;
  /** One of them, without looking at the others; nothing where there is none of that name. */
  run(name: string): Promise<Run | undefined>;
  /** Calls the listener until the returned function is called. */
  watch(listener: RunListener): () => void;
}
