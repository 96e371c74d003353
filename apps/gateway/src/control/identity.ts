/** What a token may do, each including the ones before it except that only `approver` and `admin` decide. */
export type Role = 'viewer' | 'reporter' | 'approver' | 'admin';

/** Who sends a request. */
export interface Identity {
  readonly name: string;
  readonly roles: readonly Role[];
  /** Empty: every namespace. */
  readonly namespaces: readonly string[];
}
