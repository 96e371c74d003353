import { KnowledgeBatch } from '@auto-ops/contracts';
import { asAutoOpsError } from '@auto-ops/runtime';
import type { Job } from '../../job.ts';
import { findRepository } from '../../source/find-repository.ts';
import { parseRepositories } from '../../source/parse-repositories.ts';
import { readBatch } from './read-batch.ts';

/** Reads the Markdown below `runbooks/` of the repository that changed, else of all, and hands it in, cut into chunks. */
export const job: Job = {
  name: 'reindex',
  summary: 'Reads the Markdown below runbooks/ of the configured repositories and hands it in for the knowledge index.',
  async run(call) {
    const { task, api, config, workspace, folder, logger } = call;
    const repositories =
      task.subject === undefined
        ? parseRepositories(config.repositories)
        : [findRepository(config.repositories, task.subject.repository)];
    const failures: Error[] = [];
    let documents = 0;
    for (const [index, repository] of repositories.entries()) {
      try {
        const batch = await readBatch(repository, call);
        workspace.write(KnowledgeBatch, `${folder}/knowledge-${index + 1}.json`, batch);
        await api.handKnowledge(task.run, batch);
        documents += batch.documents.length;
        logger.info({ repository: repository.name, documents: batch.documents.length }, 'indexed');
      } catch (error) {
        // One repository that cannot be read does not keep the others from the index.
        const { code, message } = asAutoOpsError(error);
        logger.error({ repository: repository.name, code, detail: message }, 'not indexed');
        failures.push(error as Error);
      }
    }
    if (failures[0] !== undefined) throw failures[0];
    return { verdict: documents > 0 ? 'indexed' : 'nothing' };
  },
};
