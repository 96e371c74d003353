/** A step that asks over the network: its run, and the account that says what it may ask. */
export interface RunCaller {
  readonly run: string;
  /** Name of the ServiceAccount. */
  readonly account: string;
}

/** Tells callers by their token. Throws AUTHENTICATION_FAILED, PERMISSION_DENIED and KUBERNETES_*. */
export type IdentifyCaller = (token: string) => Promise<RunCaller>;
