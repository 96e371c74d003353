import type { Gateway } from '../gateway-client.ts';

/** A gateway with its engine, as an ending is played on it. */
export interface Place {
  readonly name: string;
  readonly gateway: Gateway;
  /** Approves as a second person, `bob`. */
  approveAsBob(id: string, planHash: string): Promise<void>;
  /** Kills the gateway without a warning and starts it again with `bob` as somebody who may only look. */
  takeRoleFromBob(): Promise<void>;
  /** The proposal in the store and the key that signs decisions, as only somebody inside the gateway could read them. */
  secrets(run: string): Promise<{ proposal: string; key: string }>;
  /** Puts a text in the store as the decision of a run, or takes it out. */
  storeDecision(run: string, document: string | undefined): Promise<void>;
  /** What the step `decide` has logged so far. */
  decideLog(run: string): Promise<string>;
  /** Ends the wait of the run without the gateway, as a person can who reaches the engine; false where nobody can. */
  wake(run: string): Promise<boolean>;
  /** Puts everything back. */
  close(): Promise<void>;
}
