import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { githubGateway, repository } from '../__fixtures__/github-gateway.ts';
import { journalIntake } from './journal-intake.ts';
import { startFetching } from './start-fetching.ts';

it('stops at once although GitHub does not answer, and keeps what it had not read', async () => {
  const asked = Promise.withResolvers<void>();
  const silent = createServer(() => asked.resolve());
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const gateway = await githubGateway({ githubApi: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` });
  onTestFinished(async () => {
    silent.closeAllConnections();
    silent.close();
    await gateway.close();
  });
  for (const number of [7, 8]) {
    await journalIntake(gateway.parts, {
      schemaVersion: 1,
      event: 'issues',
      repository: repository.id,
      number,
      comment: 0,
      before: '0',
      after: '0',
      delivery: `7b0c2f1e-0000-4000-8000-00000000000${number}`,
    });
  }
  const stop = startFetching(gateway.parts, () => undefined);
  await asked.promise;
  const started = performance.now();

  await stop();

  expect(performance.now() - started).toBeLessThan(3000);
  expect(gateway.store.journal.counts()).toMatchObject({ pending: 2, quarantined: 0 });
});
