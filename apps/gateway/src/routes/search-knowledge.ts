import { Passage } from '@auto-ops/contracts';
import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import type { Route } from './route.ts';

const Source = z
  .strictObject({ source: z.string(), commit: z.string().optional(), documents: z.int(), chunks: z.int() })
  .meta({ id: 'KnowledgeSource' });

/** `GET /api/v1/knowledge`: passages that answer a question, with where they stand; without one, what is known at all. */
export const searchKnowledge: Route = (server, { knowledge, directory }) => {
  server.route({
    method: 'GET',
    url: '/api/v1/knowledge',
    schema: {
      summary: 'Search runbooks and documents',
      tags: ['knowledge'],
      security: [{ bearer: [] }],
      querystring: z.strictObject({
        q: z.string().max(500).optional().meta({ description: 'Words, an alert name or a cause code.' }),
        limit: z.coerce.number().int().min(1).max(50).default(10),
      }),
      response: {
        200: z.strictObject({ sources: z.array(Source), passages: z.array(Passage.meta({ id: 'Passage' })) }),
      },
    },
    handler: async (request) => {
      authenticate(request, directory, 'viewer');
      const { q, limit } = request.query;
      return { sources: knowledge.sources(), passages: q === undefined ? [] : knowledge.search(q, limit) };
    },
  });
};
