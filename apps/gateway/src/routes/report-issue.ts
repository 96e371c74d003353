import { randomUUID } from 'node:crypto';
import { AutoOpsError, canonicalJson, Scope, type Signal, Subject } from '@auto-ops/contracts';
import { nodeCryptography } from '@auto-ops/runtime';
import { z } from 'zod';
import { authenticate } from '../app/authenticate.ts';
import { incidentOf } from '../intake/incident-of.ts';
import type { Route } from './route.ts';

const Issue = z
  .strictObject({
    question: z.string().trim().min(3).max(4000).meta({ description: 'What is wrong, in a person’s words.' }),
    target: Subject.optional(),
    scope: Scope.optional(),
  })
  .meta({ id: 'Issue' });

const Accepted = z.strictObject({ incident: z.string(), delivery: z.string(), result: z.enum(['new', 'repeat']) });

const Headers = z.looseObject({ 'idempotency-key': z.string().min(8).max(200).optional() });

/** `POST /api/v1/issues`: a person's report becomes an incident; the same Idempotency-Key makes no second one. */
export const reportIssue: Route = (server, { config, store, controller, directory, now }) => {
  server.route({
    method: 'POST',
    url: '/api/v1/issues',
    schema: {
      summary: 'Report an issue',
      tags: ['issues'],
      security: [{ bearer: [] }],
      headers: Headers,
      body: Issue,
      response: { 202: Accepted },
    },
    handler: async (request, reply) => {
      const person = authenticate(request, directory, 'reporter');
      const namespaces = [
        ...(request.body.scope?.namespaces ?? []),
        ...(request.body.target?.namespace ? [request.body.target.namespace] : []),
      ];
      const foreign = namespaces.filter((name) => person.namespaces.length > 0 && !person.namespaces.includes(name));
      if (foreign.length > 0)
        throw new AutoOpsError('PERMISSION_DENIED', `${person.name} may not ask about ${foreign.join(', ')}`);
      const { target } = request.body;
      if (person.namespaces.length > 0 && target !== undefined && target.namespace === undefined)
        throw new AutoOpsError(
          'PERMISSION_DENIED',
          `${person.name} may not ask about a ${target.kind} of no namespace`,
        );
      // Whose token is limited to namespaces asks about those, also where the report names none.
      const scope =
        person.namespaces.length > 0 && namespaces.length === 0
          ? { ...request.body.scope, namespaces: [...person.namespaces] }
          : request.body.scope;
      const key = request.headers['idempotency-key'] ?? randomUUID();
      const delivery = nodeCryptography.sha256(canonicalJson({ person: person.name, key }));
      const signal: Signal = {
        schemaVersion: 1,
        id: delivery,
        source: 'rest',
        receivedAt: now(),
        kind: 'report',
        fingerprint: delivery,
        alerts: [],
        question: request.body.question,
        scope,
        target,
        requester: person.name,
      };
      const result = await store.journal.accept({
        id: delivery,
        connector: 'rest',
        receivedAt: signal.receivedAt,
        body: JSON.stringify(signal),
      });
      controller.kick();
      return reply.code(202).send({ incident: incidentOf(signal, config.cluster, undefined).id, delivery, result });
    },
  });
};
