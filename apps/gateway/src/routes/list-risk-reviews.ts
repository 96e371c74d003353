import { AutoOpsError, RiskReview } from '@auto-ops/contracts';
import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import type { Route } from './route.ts';

const View = RiskReview.extend({ reviewedAt: z.string() }).meta({ id: 'RiskReview' });

/** `GET /api/v1/risk-reviews`: what pull requests would risk, newest first. */
export const listRiskReviews: Route = (server, { store, directory }) => {
  server.route({
    method: 'GET',
    url: '/api/v1/risk-reviews',
    schema: {
      summary: 'Risk reviews of pull requests, newest first',
      tags: ['maintenance'],
      security: [{ bearer: [] }],
      querystring: z.strictObject({
        repository: z.string().max(140).optional(),
        pullRequest: z.coerce.number().int().min(1).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      response: { 200: z.strictObject({ reviews: z.array(View) }) },
    },
    handler: async (request) => {
      const person = authenticate(request, directory, 'viewer');
      if (person.namespaces.length > 0)
        throw new AutoOpsError(
          'PERMISSION_DENIED',
          `${person.name} may not look beyond ${person.namespaces.join(', ')}`,
        );
      const { repository, pullRequest, limit } = request.query;
      const reviews = store.maintenance
        .results('review-risk', 200)
        .map(({ result, endedAt }) => ({ ...RiskReview.parse(result), reviewedAt: endedAt ?? '' }))
        .filter((review) => repository === undefined || review.repository === repository)
        .filter((review) => pullRequest === undefined || review.pullRequest === pullRequest);
      return { reviews: reviews.slice(0, limit) };
    },
  });
};
