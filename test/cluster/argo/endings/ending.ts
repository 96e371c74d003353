import type { KubernetesObject } from '../../harness/kubernetes.ts';
import type { Condition } from '../../harness/scenario.ts';

/** What is done to a run while it works or waits; `acts.ts` has one function for each. */
export type Act =
  | 'nothing'
  | 'approve'
  | 'reject'
  | 'cancel'
  | 'cancel-early'
  | 'resolve'
  | 'forge-decisions'
  | 'approve-and-lose-the-role';

/** One way in which a run ends. */
export interface Ending {
  readonly name: string;
  /** Folder of `scenarios/` that breaks the world. */
  readonly scenario: string;
  /** When the broken world looks the same a minute later, beyond what the scenario waits for. */
  readonly settled?: Condition;
  /** What else is in the world before the alert comes; taken away afterwards. */
  readonly world?: (namespace: string) => readonly KubernetesObject[];
  /** Settings of this run alone, by the ConfigMap that carries them in a cluster. */
  readonly settings?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly act: Act;
  /** Its settings or what is done to the gateway would disturb other runs. */
  readonly alone?: true;
  readonly expected: {
    /** `ending` of the report. */
    readonly ending: string;
    readonly headline: RegExp;
    /**
     * The steps that ran, in stages: what a stage names may run at once, each stage begins after the one before has ended. A name with
     * a phase (`decide Failed`) ended otherwise than well. Absent where the moment of the act decides how far the run came.
     */
    readonly stages?: readonly string[];
    /** Members of the report that are documents of the chain, in its order. */
    readonly documents?: readonly string[];
    /** Kinds of audit entries about the run, in order. */
    readonly audit?: readonly string[];
  };
  /** Whether the run may change the world; without it the broken objects are compared with what they were. */
  readonly changes?: true;
}
