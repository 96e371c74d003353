import { openKnowledgeIndex } from '@auto-ops/knowledge';
import { createLogger } from '@auto-ops/runtime';
import { type ManualEngine, manualEngine, temporaryFolder } from '@auto-ops/testing';
import { buildApp } from '../app/build-app.ts';
import type { GatewayParts } from '../app/gateway-parts.ts';
import { Config } from '../config.ts';
import { createController } from '../control/create-controller.ts';
import { openDecisionKey } from '../control/decision-key.ts';
import { ownRetriesOf } from '../control/own-retries-of.ts';
import { createTokenDirectory } from '../control/token-directory.ts';
import { openGitHub } from '../github/open-github.ts';
import { openBundleLibrary } from '../intake/bundle-library.ts';
import type { Server } from '../routes/route.ts';
import { openStore } from '../store/open-store.ts';
import type { z } from 'zod';

export const hookToken = 'hook-token-of-the-test';
export const tokens = {
  viewer: 'viewer-token-of-the-test',
  reporter: 'reporter-token-of-the-test',
  approver: 'approver-token-of-the-test',
  shop: 'shop-only-token-of-the-test',
  admin: 'admin-token-of-the-test',
};

/** A gateway with a real store and a hand-moved engine. */
export interface TestGateway {
  readonly server: Server;
  readonly engine: ManualEngine;
  readonly parts: GatewayParts;
  /** Waits until every delivery is settled and the loop has looked once more. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

export async function testGateway(
  folder = temporaryFolder(),
  maxBodyBytes = 1024 * 1024,
  over: Partial<z.input<typeof Config>> = {},
  { engine = manualEngine(), known = async () => undefined }: { engine?: ManualEngine; known?: () => Promise<void> } = {},
): Promise<TestGateway> {
  const config = Config.parse({
    data: folder,
    cluster: 'test',
    hookTokens: `an-older-hook-token,${hookToken}`,
    maxBodyBytes,
    logLevel: 'silent',
    tokens: [
      `vera viewer ${tokens.viewer}`,
      `rita reporter ${tokens.reporter}`,
      `ada approver,reporter ${tokens.approver}`,
      `sam approver ${tokens.shop} shop`,
      `root admin ${tokens.admin}`,
    ].join('\n'),
    ...over,
  });
  const logger = createLogger({ name: 'test', level: 'silent' });
  const now = () => new Date().toISOString();
  const store = openStore(folder, now);
  const knowledge = openKnowledgeIndex(`${folder}/knowledge.sqlite`);
  const key = openDecisionKey(folder, undefined);
  const library = openBundleLibrary(undefined);
  const directory = createTokenDirectory(config.tokens);
  const github = openGitHub(config, directory);
  const controller = createController({
    store, engine, library, directory, github, key, logger, now, cluster: 'test', activeRuns: 100, ownRetries: ownRetriesOf(config), known, prepareRun: async () => undefined,
    releaseRun: () => undefined,
  });
  const parts = { config, store, engine, controller, maintenance: { kick: async () => undefined }, knowledge, key, logger, now, directory, github, runFolder: (run: string) => `${folder}/runs/${run}` };
  controller.start();
  const server = await buildApp(parts);
  return {
    server,
    engine,
    parts,
    async settled() {
      for (let look = 0; look < 100; look += 1) {
        controller.kick();
        await new Promise((resolve) => setTimeout(resolve, 10));
        if (store.journal.counts().pending === 0 && store.incidents.queued().length === 0 && look > 1) return;
      }
    },
    async close() {
      await server.close();
      await controller.stop();
      knowledge.close();
      store.close();
    },
  };
}
