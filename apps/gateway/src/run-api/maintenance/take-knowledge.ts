import { AutoOpsError, KnowledgeBatch, runApiPaths } from '@auto-ops/contracts';
import { z } from 'zod';
import type { Route } from '../../routes/route.ts';
import { Kept } from '../kept.ts';
import { ownMaintenance } from './own-maintenance.ts';

/** What is kept as the result of a re-index. */
const IndexedSources = z.object({ sources: z.array(z.looseObject({ source: z.string() })) });
/** Larger ones would hold other requests up for seconds. */
const batchBytes = 32 * 1024 * 1024;

/** `PUT /v1/maintenance/:run/knowledge`: all documents of a source; only a newer run of the same repository is worth more. */
export const takeKnowledge: Route = (server, { store, knowledge, logger }) => {
  server.put(
    runApiPaths.knowledge(':run'),
    {
      bodyLimit: batchBytes,
      schema: { params: z.strictObject({ run: z.string() }), body: KnowledgeBatch, response: { 200: Kept } },
    },
    async (request) => {
      const record = ownMaintenance(store, request, 'reindex');
      const { source, commit, documents } = request.body;
      // One that was asked to read a repository speaks for no other source.
      if (record.subject !== undefined && record.subject.repository !== source)
        throw new AutoOpsError('REQUEST_INVALID', `/source: is ${source}, not ${record.subject.repository}`);
      const isOutdated = store.maintenance.isOutdated(record);
      if (!isOutdated) await knowledge.replace(request.body);
      const chunks = documents.reduce((sum, document) => sum + document.chunks.length, 0);
      const indexed = {
        source,
        ...(commit === undefined ? {} : { commit }),
        documents: documents.length,
        chunks,
        isOutdated,
      };
      store.together(() => {
        // A run of the schedule hands one batch in for each repository.
        const earlier = IndexedSources.safeParse(store.maintenance.find(record.run)?.result).data?.sources ?? [];
        const others = earlier.filter((other) => other.source !== source);
        store.maintenance.finish(record.run, { sources: [...others, indexed] });
      });
      logger.info({ run: record.run, source, documents: documents.length, chunks, isOutdated }, 'knowledge replaced');
      return { kept: true as const };
    },
  );
};
