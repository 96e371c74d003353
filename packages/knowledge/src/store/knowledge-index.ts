import type { KnowledgeBatch, Passage } from '@auto-ops/contracts';

/** What is known of one source. */
export interface KnowledgeSource {
  readonly source: string;
  readonly commit?: string;
  readonly documents: number;
  readonly chunks: number;
}

/** Documents that can be asked. Every call throws STORE_FAILED alone. */
export interface KnowledgeIndex {
  /**
   * Replaces everything known of the batch's source, all or nothing, one batch after the other. It holds nobody up for longer than some
   * tens of milliseconds, and until it is done the old documents are found.
   */
  replace(batch: KnowledgeBatch): Promise<void>;
  /**
   * The best passage of each document that answers: those called by an exact name (an alert, a cause code) first, then by rank.
   * Any text is a valid question; one without a word finds nothing. At most 50.
   */
  search(text: string, limit: number): Passage[];
  /** In the order of their names. */
  sources(): KnowledgeSource[];
  close(): void;
}
