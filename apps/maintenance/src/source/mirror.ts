/** A shallow copy of what is wanted of a repository; nothing is ever checked out. */
export interface Mirror {
  /** Fetches commits, branches or other references, `depth` commits (one) of each; answers their commits, in the same order. */
  fetch(names: readonly string[], depth?: number): Promise<string[]>;
  git(words: readonly string[]): Promise<string>;
  /** The sizes of files in bytes, by their object ids. */
  sizes(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** The texts of files by their object ids; at most 16 MB together, which the caller sees to. */
  blobs(ids: readonly string[]): Promise<string[]>;
  remove(): void;
}
