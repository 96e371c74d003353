import { KnowledgeBatch } from '@auto-ops/contracts';
import { chunkMarkdown } from '@auto-ops/knowledge';
import type { JobCall } from '../../job.ts';
import { openMirror } from '../../source/open-mirror.ts';
import type { Repository } from '../../source/repository.ts';
import { listPages } from './list-pages.ts';

/**
 * The runbooks of a repository as they are now on its branch: whichever of two pushes is indexed last, the index ends up with the newer one.
 */
export async function readBatch(repository: Repository, call: JobCall): Promise<KnowledgeBatch> {
  const mirror = await openMirror(repository, call);
  try {
    const [commit = ''] = await mirror.fetch([repository.branch]);
    const { pages, left } = await listPages(mirror, commit);
    const texts = await mirror.blobs(pages.map(({ id }) => id));
    if (left > 0)
      call.logger.warn({ repository: repository.name, left }, 'runbooks were left out: links, or too large');
    return KnowledgeBatch.parse({
      schemaVersion: 1,
      source: repository.name,
      commit,
      documents: pages.map(({ path }, index) => chunkMarkdown(path, texts[index] ?? '')),
    });
  } finally {
    mirror.remove();
  }
}
