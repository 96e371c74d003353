/** How often and how patiently a request is repeated. */
export interface Patience {
  readonly tries: number;
  readonly firstDelayMilliseconds: number;
  /** Statuses that a repetition may change. */
  readonly isPassing: (status: number) => boolean;
}
