import { AutoOpsError } from '@auto-ops/contracts';
import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import type { Route } from './route.ts';

const AuditView = z
  .strictObject({
    seq: z.int(),
    at: z.string(),
    actor: z.string(),
    kind: z.string(),
    subject: z.string(),
    detail: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });

/** `GET /api/v1/audit`: who decided what and what was done, newest first; `isWhole` says that no entry was changed or taken out. */
export const showAudit: Route = (server, { store, directory }) => {
  server.route({
    method: 'GET',
    url: '/api/v1/audit',
    schema: {
      summary: 'Read the audit',
      tags: ['audit'],
      security: [{ bearer: [] }],
      querystring: z.strictObject({
        subject: z.string().max(200).optional().meta({ description: 'Entries about one run, freeze or incident.' }),
        limit: z.coerce.number().int().min(1).max(1000).default(100),
      }),
      response: { 200: z.strictObject({ entries: z.array(AuditView), isWhole: z.boolean() }) },
    },
    handler: async (request) => {
      const person = authenticate(request, directory, 'admin');
      if (person.namespaces.length > 0)
        throw new AutoOpsError(
          'PERMISSION_DENIED',
          `${person.name} may not look beyond ${person.namespaces.join(', ')}`,
        );
      const { subject, limit } = request.query;
      const entries = store.audit.list(limit, subject).map((entry) => ({ ...entry, detail: { ...entry.detail } }));
      return { entries, isWhole: (await store.audit.verify()) === undefined };
    },
  });
};
