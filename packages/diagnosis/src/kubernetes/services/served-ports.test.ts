import { expect, test } from 'vitest';
import { viewOf } from '../../__fixtures__/view-of.ts';
import { pod } from '../__fixtures__/cluster-objects.ts';
import { livePods } from '../pods/live-pods.ts';
import { servedPorts } from './served-ports.ts';

function portsOf(line: string, container: Readonly<Record<string, unknown>> = {}): readonly number[] {
  const view = viewOf(pod('web', { container }), { logs: [{ pod: 'shop/web', container: 'web', lines: [line] }] });
  const [live] = livePods(view);
  return live === undefined ? [] : servedPorts(view, live, live.containers[0]!);
}

test.each([
  ['cart 2.4.1 listening on 8080', 8080],
  ['Server listening at http://127.0.0.1:3000', 3000],
  ['Listening on port 9000', 9000],
  ['Tomcat started on port(s): 8081 (http)', 8081],
  [' * Running on http://0.0.0.0:5000/', 5000],
  ['Uvicorn running on http://0.0.0.0:8000 (Press CTRL+C to quit)', 8000],
  ['listener accepting on :8443, tls enabled', 8443],
  ['{"msg":"server started","addr":"0.0.0.0:7070"}', 7070],
])('reads "%s"', (line, port) => {
  expect(portsOf(line)).toEqual([port]);
});

test('takes what is called for no listening, and falls back on what is declared', () => {
  expect(portsOf('calling http://cart:9090/')).toEqual([8080]);
  expect(portsOf('checkout listening on 8081, calling http://payments:80/')).toEqual([8081]);
  expect(portsOf('starting', { ports: [], env: [{ name: 'PORT', value: '4000' }] })).toEqual([4000]);
});
