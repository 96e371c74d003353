import type { ObjectChange } from '../objects/object-change.ts';
import type { ChangedFile } from './changed-file.ts';

/** Everything a pull request changes, as far as it is judged. */
export interface ChangeSet {
  readonly files: readonly ChangedFile[];
  /** Kubernetes objects that the changed files declare, before and after. */
  readonly objects: readonly ObjectChange[];
  /** YAML files that declare objects and cannot be read as such: templates, and broken ones. */
  readonly unreadable: readonly { readonly path: string; readonly isTemplate: boolean }[];
  readonly fileCount: number;
  readonly additions: number;
  readonly deletions: number;
}
