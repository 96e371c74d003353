import type { Incident } from '@auto-ops/contracts';
import { createRunApi } from '@auto-ops/runtime';
import { expect, it, onTestFinished } from 'vitest';
import { incidentDocument } from '../__fixtures__/incident-document.ts';
import { proposalOf } from '../__fixtures__/proposal.ts';
import { stepCluster } from '../__fixtures__/step-cluster.ts';
import { testGateway } from '../__fixtures__/test-gateway.ts';
import { identifyByToken } from './identify-by-token.ts';
import { createRunApiServer } from './run-api-server.ts';

const run = 'incident-by-hand';

/** A gateway that knows nothing of the run, in a cluster where its ConfigMap holds this. */
async function open(found: Incident | undefined, name = run) {
  const gateway = await testGateway();
  const asked: string[] = [];
  const cluster = {
    hasWorkflow: async () => true,
    incidentOf: async (of: string) => {
      asked.push(of);
      return found;
    },
  };
  const { api } = await stepCluster({ step: { account: 'actuator', run: name } });
  const server = await createRunApiServer({ ...gateway.parts, cluster }, identifyByToken(api, 'auto-ops'));
  const address = `http://127.0.0.1:${await server.listen('127.0.0.1:0')}`;
  onTestFinished(async () => {
    await server.close();
    await gateway.close();
  });
  return { gateway, asked, store: gateway.parts.store, step: createRunApi({ address, token: 'step', tries: 1 }) };
}

it('takes a run in that somebody made by hand, and treats it like any other from then on', async () => {
  const { step, store, gateway, asked } = await open(incidentDocument('by-hand'));

  await step.propose(run, proposalOf(run, 'by-hand'));
  await step.alerts(run);
  gateway.engine.move(run, 'Suspended');
  await gateway.settled();

  expect(asked).toEqual([run]);
  expect(store.incidents.get('by-hand')).toMatchObject({ run, state: 'waiting', incident: { title: 'By hand' } });
  expect(store.decisions.proposal(run)?.incident).toBe('by-hand');
  expect(store.audit.last('incident-adopted', 'by-hand')).toMatchObject({ actor: 'cluster', detail: { run } });
  expect(store.journal.counts().accepted).toBe(0);
});

it.each([
  ['there is no ConfigMap', undefined],
  ['it is of another incident', incidentDocument('another')],
  ['it is a replay', incidentDocument('by-hand', { mode: 'replay' })],
])('takes none in where %s', async (_, found) => {
  const { step, store, gateway } = await open(found);

  await expect(step.alerts(run)).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
  expect(store.incidents.list(10)).toEqual([]);
  expect(gateway.engine.started).toEqual([]);
});

it('takes no run in under the name of an incident that it knows', async () => {
  const { step, store, asked } = await open(incidentDocument('by-hand'));
  const incident = incidentDocument('by-hand', { title: 'The known one' });
  store.incidents.create({ incident, place: undefined, bundle: undefined, alerts: new Map() });
  store.incidents.move('by-hand', 'ended', 'no-fault');
  store.incidents.retry('by-hand');

  await expect(step.alerts(run)).rejects.toMatchObject({ code: 'RUN_UNKNOWN' });
  expect(asked).toEqual([]);
  expect(store.incidents.get('by-hand').incident.title).toBe('The known one');
});
