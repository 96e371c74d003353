import { expect, test } from 'vitest';
import { loopbackServer } from './loopback-server.ts';

let stopped = '';

test('answers what it is told and remembers what it was asked', async () => {
  const server = await loopbackServer(() => ({ status: 201, headers: { 'x-kind': 'test' }, body: { created: true } }));

  const response = await fetch(`${server.url}/things?dry=1`, { method: 'POST', body: 'one' });

  stopped = server.url;
  expect(response.status).toBe(201);
  expect(response.headers.get('x-kind')).toBe('test');
  expect(await response.json()).toEqual({ created: true });
  expect(server.requests).toMatchObject([{ method: 'POST', path: '/things?dry=1', body: 'one' }]);
});

test('stops with its test', async () => {
  expect(stopped).not.toBe('');
  await expect(fetch(stopped)).rejects.toThrow();
});

test('turns an answer that throws into a 500', async () => {
  const server = await loopbackServer(() => {
    throw new Error('no such thing');
  });

  const response = await fetch(server.url);

  expect(response.status).toBe(500);
  expect(await response.text()).toContain('no such thing');
});
