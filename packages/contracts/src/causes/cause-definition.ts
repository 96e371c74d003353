import type { Category } from './category.ts';

/** One row of the published list of causes. */
export interface CauseDefinition {
  readonly code: string;
  readonly category: Category;
  readonly title: string;
  /** What is wrong, in a sentence or two. */
  readonly meaning: string;
  /** What the subject of such a cause is. */
  readonly subject: string;
  /** The evidence that proves it. */
  readonly proves: string;
  /** The evidence that rules it out. */
  readonly rulesOut: string;
}
