/** One Kubernetes object of a YAML file of the repository. */
export interface Manifest {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  /** Which document of the file it is, from 0. */
  readonly index: number;
  readonly kind: string;
  readonly namespace?: string | undefined;
  readonly name: string;
}
