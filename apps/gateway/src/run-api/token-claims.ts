/** What a token says of the step that sends it, once somebody has vouched for it. */
export interface TokenClaims {
  /** `system:serviceaccount:<namespace>:<name>`. */
  readonly username: string;
  /** The pod that it is bound to. */
  readonly pod?: { readonly name: string; readonly uid: string } | undefined;
}
