/** What a person told auto-ops to do, read from the first line of what they wrote. */
export interface Command {
  readonly verb: 'approve' | 'reject' | 'cancel' | 'retry' | 'investigate';
  /** With `approve` and `reject`: the hash of the plan that was looked at, or its first 12 or more characters. */
  readonly hash?: string;
}
