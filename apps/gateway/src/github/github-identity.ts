/** Who a login is. */
export interface GitHubIdentity {
  /** Name in the directory. */
  readonly name: string;
  /** GitHub's number of the account, where it is configured. */
  readonly id?: number;
}
