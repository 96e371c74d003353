import { GitHubIds } from '@auto-ops/contracts';
import { createRunApi } from '@auto-ops/runtime';
import { expect, it, onTestFinished } from 'vitest';
import { stepCluster } from '../__fixtures__/step-cluster.ts';
import { testGateway } from '../__fixtures__/test-gateway.ts';
import { identifyByToken } from './identify-by-token.ts';
import { createRunApiServer } from './run-api-server.ts';

const ids = GitHubIds.parse({
  schemaVersion: 1,
  event: 'issues',
  repository: 4711,
  number: 7,
  comment: 0,
  before: '0',
  after: '0',
  delivery: '7b0c2f1e-0000-4000-8000-0123456789ab',
});
const run = `intake-${ids.delivery}`;

async function open() {
  const gateway = await testGateway();
  const { api } = await stepCluster({
    intake: { account: 'intake', run },
    'another-intake': { account: 'intake', run: 'intake-other' },
    actuator: { account: 'actuator', run },
  });
  const server = await createRunApiServer(gateway.parts, identifyByToken(api, 'auto-ops'));
  const address = `http://127.0.0.1:${await server.listen('127.0.0.1:0')}`;
  onTestFinished(async () => {
    await server.close();
    await gateway.close();
  });
  return {
    journal: gateway.parts.store.journal,
    client: (token: string) => createRunApi({ address, token, tries: 1 }),
  };
}

it('keeps ids once, however often the step hands them in', async () => {
  const { journal, client } = await open();

  await client('intake').handIntake(run, ids);
  await client('intake').handIntake(run, ids);

  expect(journal.counts()).toMatchObject({ accepted: 2, pending: 1, grouped: 1 });
});

it.each([
  ['of another intake', 'another-intake', 'intake-other'],
  ['that names another run', 'another-intake', run],
  ['of another account', 'actuator', run],
])('takes nothing from a step %s', async (_, token, path) => {
  const { journal, client } = await open();

  await expect(client(token).handIntake(path, ids)).rejects.toMatchObject({ code: 'PERMISSION_DENIED' });
  expect(journal.counts().accepted).toBe(0);
});
