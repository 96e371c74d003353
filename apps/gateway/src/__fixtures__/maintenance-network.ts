import { createRunApi } from '@auto-ops/runtime';
import { onTestFinished } from 'vitest';
import { identifyByToken } from '../run-api/identify-by-token.ts';
import { createRunApiServer } from '../run-api/run-api-server.ts';
import { stepCluster } from './step-cluster.ts';
import { testGateway } from './test-gateway.ts';

/** A gateway whose run API is on a port, and clients that are pods of one account and run each. */
export async function maintenanceNetwork(pods: Record<string, { account: string; run: string }>) {
  const gateway = await testGateway();
  const { api } = await stepCluster(pods);
  const server = await createRunApiServer(gateway.parts, identifyByToken(api, 'auto-ops'));
  const address = `http://127.0.0.1:${await server.listen('127.0.0.1:0')}`;
  onTestFinished(async () => {
    await server.close();
    await gateway.close();
  });
  return { gateway, address, client: (token: string) => createRunApi({ address, token, tries: 1 }) };
}
