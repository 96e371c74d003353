import { expect, test } from 'vitest';
import { scene, steps, subjectOf } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const service = (...ports: readonly object[]) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'cart', namespace: 'shop', uid: 's-1' },
  spec: { selector: { app: 'cart' }, ports },
});
const pod = (...ports: readonly object[]) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'cart-1', namespace: 'shop', labels: { app: 'cart' } },
  spec: { containers: [{ name: 'web', ports }] },
});
const at = subjectOf('Service');

test.each([
  [
    'the only port of the pods',
    service({ port: 80, targetPort: 9090 }),
    pod({ containerPort: 8080 }),
    { port: 80, targetPort: 8080 },
  ],
  [
    'the port of the same name',
    service({ name: 'api', port: 80, targetPort: 1 }),
    pod({ containerPort: 8080, name: 'web' }, { containerPort: 9000, name: 'api' }),
    { port: 80, targetPort: 9000 },
  ],
  [
    'the port of the same number',
    service({ port: 8080, targetPort: 1 }),
    pod({ containerPort: 8080 }, { containerPort: 9000 }),
    { port: 8080, targetPort: 8080 },
  ],
  [
    'the name that is nearly right',
    service({ port: 80, targetPort: 'htp' }),
    pod({ containerPort: 8080, name: 'http' }, { containerPort: 9000, name: 'metrics' }),
    { port: 80, targetPort: 'http' },
  ],
])('%s', (_name, faulty, pods, wanted) => {
  expect(steps(repair.repair(scene('target-port-mismatch', at, [faulty, pods])))).toEqual([[['set-port', wanted]]]);
});

test('what the finding saw the pods listen on, where they declare nothing', () => {
  const situation = scene('target-port-mismatch', at, [service({ port: 80, targetPort: 9090 }), pod()], {
    port: 80,
    suggestedTarget: 8080,
  });

  expect(steps(repair.repair(situation))).toEqual([[['set-port', { port: 80, targetPort: 8080 }]]]);
});

test('a port that is right stays, a choice between several is left to a person', () => {
  const pods = pod({ containerPort: 8080 }, { containerPort: 9000 });

  expect(repair.repair(scene('target-port-mismatch', at, [service({ port: 80, targetPort: 8080 }), pods]))).toEqual([]);
  expect(repair.repair(scene('target-port-mismatch', at, [service({ port: 80, targetPort: 1 }), pods]))).toEqual([]);
});
