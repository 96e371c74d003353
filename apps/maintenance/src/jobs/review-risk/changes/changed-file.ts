/** A file that a change touches. */
export interface ChangedFile {
  readonly path: string;
  readonly status: 'added' | 'removed' | 'changed';
  readonly kind: 'file' | 'link' | 'submodule';
  /** The text before and after; absent where there is none, or where `unread` says why. */
  readonly before?: string;
  readonly after?: string;
  readonly unread?: 'binary' | 'too large' | 'too much';
  readonly additions: number;
  readonly deletions: number;
}
