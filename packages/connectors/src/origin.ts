/** Where on a forge something was said. */
export interface Origin {
  /** `owner/name` */
  readonly repository: string;
  /** The forge's number of the repository, which stays when it is renamed. */
  readonly repositoryId: number;
  /** Number of the issue or pull request, where it was said in one. */
  readonly number?: number;
}
