import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import { dirname } from 'node:path';
import fastify, { type FastifyBaseLogger, type FastifyError, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { GatewayParts } from '../app/gateway-parts.ts';
import { sendProblem } from '../app/send-problem.ts';
import type { Server } from '../routes/route.ts';
import { ownRun } from './own-run.ts';
import { runApiRoutes } from './run-api-routes.ts';

/** The internal side of the gateway: what the steps of a run hand in and fetch. */
export interface RunApiServer {
  /** Listens for one run; what comes in there is of that run alone. */
  open(run: string, path: string): Promise<void>;
  close(): Promise<void>;
}

/** Builds the run API over one set of routes and a socket for each run: who can open the socket is who owns the run's folder. */
export async function createRunApiServer(parts: GatewayParts): Promise<RunApiServer> {
  const server = fastify({
    bodyLimit: 256 * 1024 * 1024,
    loggerInstance: parts.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
  }).withTypeProvider<ZodTypeProvider>() as unknown as Server;
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler<FastifyError>(sendProblem);
  server.addContentTypeParser('application/gzip', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  runApiRoutes(server, parts);
  await server.ready();
  const listening = new Map<string, HttpServer>();

  return {
    async open(run, path) {
      if (listening.has(run)) return;
      mkdirSync(dirname(path), { recursive: true });
      // Left behind by a gateway that was killed; only one gateway has this data folder.
      rmSync(path, { force: true });
      const socket = createServer((request, response) => {
        ownRun.bind(request, run);
        server.routing(request, response);
      });
      listening.set(run, socket);
      await new Promise<void>((resolve, reject) => socket.once('error', reject).listen(path, resolve));
    },
    async close() {
      for (const socket of listening.values()) {
        socket.closeAllConnections();
        await new Promise((resolve) => socket.close(resolve));
      }
      await server.close();
    },
  };
}
