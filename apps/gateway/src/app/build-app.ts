import { randomUUID } from 'node:crypto';
import { AutoOpsError } from '@auto-ops/contracts';
import helmet from '@fastify/helmet';
import swagger from '@fastify/swagger';
import fastify, { type FastifyBaseLogger, type FastifyError, LogController } from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { routes } from '../routes/index.ts';
import type { Server } from '../routes/route.ts';
import { drain } from './drain.ts';
import type { GatewayParts } from './gateway-parts.ts';
import { sendProblem } from './send-problem.ts';

/** Builds the public server without listening, so that tests can inject requests. */
export async function buildApp(parts: GatewayParts): Promise<Server> {
  const server = fastify({
    bodyLimit: parts.config.maxBodyBytes,
    requestTimeout: 30_000,
    genReqId: () => randomUUID(),
    loggerInstance: parts.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
  }).withTypeProvider<ZodTypeProvider>() as unknown as Server;
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler<FastifyError>(async (error, request, reply) => {
    if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') await drain(request.raw, 4 * parts.config.maxBodyBytes);
    sendProblem(error, request, reply);
    return reply;
  });
  // Only JSON comes in; anything else is answered with 415.
  server.removeContentTypeParser('text/plain');
  server.setNotFoundHandler((request) => {
    throw new AutoOpsError('ROUTE_UNKNOWN', `${request.method} ${request.url.split('?')[0]} does not exist`);
  });
  await server.register(helmet);
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'auto-ops', version: '0.1.0', description: 'Incidents, plans, decisions and reports.' },
      components: {
        securitySchemes: {
          bearer: { type: 'http', scheme: 'bearer' },
          hook: { type: 'http', scheme: 'bearer' },
          signature: { type: 'apiKey', in: 'header', name: 'X-Hub-Signature-256' },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  for (const route of routes) await server.register(async (scope) => route(scope as unknown as Server, parts));
  server.get('/openapi.json', { schema: { hide: true } }, async () => server.swagger());
  await server.ready();
  return server;
}
