import type { KnowledgeBatch, Passage } from '@auto-ops/contracts';

/** What is known of one source. */
export interface KnowledgeSource {
  readonly source: string;
  readonly commit?: string;
  readonly documents: number;
  readonly chunks: number;
}

/** Documents that can be asked. All calls are synchronous and throw STORE_FAILED alone. */
export interface KnowledgeIndex {
  /** Replaces everything known of the batch's source, all or nothing. */
  replace(batch: KnowledgeBatch): void;
  /**
   * The best passage of each document that answers: those called by an exact name (an alert, a cause code) first, then by rank.
   * Any text is a valid question; one without a word finds nothing. At most 50.
   */
  search(text: string, limit: number): Passage[];
  /** In the order of their names. */
  sources(): KnowledgeSource[];
  close(): void;
}
