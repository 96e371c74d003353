/** Everything that is needed to run one container step as a process. */
export interface StepCall {
  readonly app: string;
  readonly args: readonly string[];
  /** Names that stand for parts of the environment, in the order in which they override each other. */
  readonly configNames: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
  /** The folders that the step may write. */
  readonly ownFolders: readonly string[];
  readonly temporary: string;
  readonly outputs: readonly { readonly name: string; readonly path: string; readonly fallback: string }[];
  readonly deadlineSeconds?: number | undefined;
}
