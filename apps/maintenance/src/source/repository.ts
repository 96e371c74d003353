/** A repository that maintenance may read. */
export interface Repository {
  /** `owner/name`. */
  readonly name: string;
  /** `https://…`, or the absolute path of a folder. */
  readonly address: string;
  /** `HEAD` where none is configured. */
  readonly branch: string;
}
