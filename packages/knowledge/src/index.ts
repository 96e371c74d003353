/** The contract of the package: documents become chunks, chunks become an index, a question becomes passages with citations. */
export { chunkMarkdown } from './markdown/chunk-markdown.ts';
export type { KnowledgeIndex, KnowledgeSource } from './store/knowledge-index.ts';
export { openKnowledgeIndex } from './store/open-knowledge-index.ts';
