import { afterEach, expect, it } from 'vitest';
import { type TestGateway, testGateway, tokens } from '../__fixtures__/test-gateway.ts';

let gateway: TestGateway;
afterEach(() => gateway.close());

const report = (payload: object, token: string, headers: Record<string, string> = {}) =>
  gateway.server.inject({
    method: 'POST',
    url: '/api/v1/issues',
    headers: { authorization: `Bearer ${token}`, ...headers },
    payload,
  });

it('turns a report into the incident it names, once per idempotency key', async () => {
  gateway = await testGateway();
  const issue = { question: 'Why is checkout slow?', scope: { namespaces: ['shop'] } };

  const first = await report(issue, tokens.reporter, { 'idempotency-key': 'report-0001' });
  const again = await report(issue, tokens.reporter, { 'idempotency-key': 'report-0001' });
  await gateway.settled();

  expect(first.statusCode).toBe(202);
  expect(again.json()).toMatchObject({ incident: first.json().incident, result: 'repeat' });
  expect(gateway.engine.started.map((entry) => entry.incident)).toMatchObject([
    { id: first.json().incident, question: issue.question, requester: 'rita' },
  ]);
});

it('refuses viewers, foreign namespaces and empty questions', async () => {
  gateway = await testGateway();

  const viewer = await report({ question: 'Why?' }, tokens.viewer);
  const empty = await report({ question: ' ' }, tokens.reporter);
  const unknown = await report({ question: 'Why?', colour: 'red' }, tokens.reporter);

  expect(viewer.statusCode).toBe(403);
  expect(empty.json()).toMatchObject({ code: 'REQUEST_INVALID' });
  expect(unknown.statusCode).toBe(422);
});

it('serves OpenAPI 3.1 with every route', async () => {
  gateway = await testGateway();

  const document = (await gateway.server.inject('/openapi.json')).json();

  expect(document.openapi).toBe('3.1.0');
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      '/hooks/alertmanager',
      '/api/v1/issues',
      '/api/v1/incidents/{id}/decisions',
      '/healthz',
      '/readyz',
      '/metrics',
    ]),
  );
});

it('sets, lists and lifts a freeze for admins only', async () => {
  gateway = await testGateway();
  const freeze = (method: 'PUT' | 'DELETE' | 'GET', token: string) =>
    gateway.server.inject({
      method,
      url: method === 'GET' ? '/api/v1/freezes' : '/api/v1/freezes/release',
      headers: { authorization: `Bearer ${token}` },
      ...(method === 'PUT' ? { payload: { reason: 'release night', namespace: 'shop' } } : {}),
    });

  expect((await freeze('PUT', tokens.approver)).statusCode).toBe(403);
  expect((await freeze('PUT', tokens.admin)).statusCode).toBe(200);
  expect((await freeze('GET', tokens.viewer)).json()).toEqual({
    freezes: [{ id: 'release', reason: 'release night', namespace: 'shop' }],
  });
  expect((await freeze('DELETE', tokens.admin)).statusCode).toBe(204);
});
