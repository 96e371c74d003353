import type { Manifest } from './manifest.ts';

/** What must hold for all manifests together; gives one text for each place where it does not. */
export interface Rule {
  readonly title: string;
  check(manifests: readonly Manifest[]): string[];
}
