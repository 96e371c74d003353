import { mkdirSync, rmSync } from 'node:fs';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { AutoOpsError, runApiPaths } from '@auto-ops/contracts';
import fastify, { type FastifyBaseLogger, type FastifyError, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { bearerOf } from '../app/bearer-of.ts';
import type { GatewayParts } from '../app/gateway-parts.ts';
import { sendProblem } from '../app/send-problem.ts';
import { splitAddress } from '../app/split-address.ts';
import type { Server } from '../routes/route.ts';
import { adoptRun } from './adopt-run.ts';
import { ownRun } from './own-run.ts';
import { type CertificateFiles, renewingServer } from './renewing-server.ts';
import { runApiRights } from './run-api-rights.ts';
import { runApiRoutes } from './run-api-routes.ts';
import type { IdentifyCaller } from './run-caller.ts';

/** The internal side of the gateway: what the steps of a run hand in and fetch. */
export interface RunApiServer {
  /** Listens for one run; what comes in there is of that run alone. */
  open(run: string, path: string): Promise<void>;
  /** Listens for all runs at `host:port`, with TLS where PEM files are given; who calls is told by the token. Returns the port. */
  listen(address: string, files?: CertificateFiles): Promise<number>;
  /** Stops listening for a run that has ended. */
  release(run: string): void;
  close(): Promise<void>;
}

/**
 * Builds the run API over one set of routes. Each run may have a socket, which only the owner of the run's folder can open; what comes
 * over the network carries a token that `identify` knows.
 */
export async function createRunApiServer(parts: GatewayParts, identify?: IdentifyCaller): Promise<RunApiServer> {
  const server = fastify({
    bodyLimit: 16 * 1024 * 1024,
    loggerInstance: parts.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
  }).withTypeProvider<ZodTypeProvider>() as unknown as Server;
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  server.setErrorHandler<FastifyError>(sendProblem);
  server.addContentTypeParser('application/gzip', { parseAs: 'buffer' }, (_, body, done) => done(null, body));
  server.addHook('onRequest', async (request) => {
    if (ownRun.isBound(request.raw) || request.routeOptions.url === runApiPaths.deadLetters()) return;
    if (identify === undefined) throw new AutoOpsError('PERMISSION_DENIED', 'the run API has no callers by network');
    const { run, account } = await identify(bearerOf(request));
    const operation = `${request.method} ${request.routeOptions.url ?? ''}`;
    if (runApiRights[account]?.includes(operation) !== true) {
      throw new AutoOpsError('PERMISSION_DENIED', `${account} may not ${operation}`);
    }
    ownRun.bind(request.raw, run, account);
    await adoptRun(parts, run);
  });
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
    async listen(address, files) {
      const handler = server.routing;
      const listener = files === undefined ? createServer(handler) : renewingServer(files, handler);
      listening.set(address, listener);
      await new Promise<void>((resolve, reject) =>
        listener.once('error', reject).listen(splitAddress(address), resolve),
      ).catch((cause: NodeJS.ErrnoException) => {
        listening.delete(address);
        if (cause.code !== 'EADDRINUSE') throw cause;
        throw new AutoOpsError('PORT_IN_USE', `${address} is in use by another program`, {
          cause,
          hint: 'Stop the other program or set AUTO_OPS_RUN_API_LISTEN to a free address.',
        });
      });
      return (listener.address() as AddressInfo).port;
    },
    release(run) {
      listening.get(run)?.close();
      listening.delete(run);
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
