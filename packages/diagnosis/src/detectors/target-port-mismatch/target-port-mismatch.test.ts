import { expect, test } from 'vitest';
import { deployment, pod, replicaSet, service } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const cart = [deployment('cart'), replicaSet('cart', 1), pod('cart-r1-a', { owner: 'cart' })];

test('names the Service, both ports and what the pods declare', () => {
  const finding = only(
    detect(detector, service('cart', { ports: [{ name: 'http', port: 80, targetPort: 8081 }] }), ...cart),
  );

  expect(finding.subject).toEqual({ apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'cart' });
  expect(finding.facts).toMatchObject({
    port: 80,
    portName: 'http',
    targetPort: 8081,
    declaredPorts: ['http=8080'],
    suggestedTarget: 8080,
  });
});

test('finds a name that no port has', () => {
  expect(
    only(detect(detector, service('cart', { ports: [{ port: 80, targetPort: 'web' }] }), ...cart)).facts,
  ).toMatchObject({ targetPort: 'web', suggestedTarget: 8080 });
});

test('is ruled out by a probe of that port that succeeds, and by a log that names it', () => {
  const probed = pod('cart-r1-a', { owner: 'cart', container: { readinessProbe: { tcpSocket: { port: 9000 } } } });
  const to = service('cart', { ports: [{ port: 80, targetPort: 9000 }] });

  expect(detect(detector, to, deployment('cart'), probed)).toMatchObject({
    findings: [],
    ruledOut: [{ code: 'target-port-mismatch' }],
  });
  expect(
    detect(detector, to, ...cart, {
      logs: [{ pod: 'shop/cart-r1-a', container: 'cart', lines: ['Server listening at http://0.0.0.0:9000'] }],
    }).findings,
  ).toEqual([]);
});

test('says nothing of pods that declare no port, of headless Services, and of matches by number or name', () => {
  const silent = pod('cart-r1-a', { owner: 'cart', container: { ports: [] } });

  expect(
    subjects(detect(detector, service('cart', { ports: [{ port: 80, targetPort: 1 }] }), deployment('cart'), silent)),
  ).toEqual([]);
  expect(
    subjects(detect(detector, service('cart', { clusterIP: 'None', ports: [{ port: 80, targetPort: 1 }] }), ...cart)),
  ).toEqual([]);
  expect(
    subjects(detect(detector, service('cart', { ports: [{ port: 80, targetPort: 'http' }, { port: 8080 }] }), ...cart)),
  ).toEqual([]);
});

test('takes callers that are refused and a log that names another port', () => {
  const caller = pod('web', { container: { env: [{ name: 'CART_URL', value: 'http://cart/' }] } });
  const logs = {
    logs: [
      { pod: 'shop/cart-r1-a', container: 'cart', lines: ['cart listening on 3000'] },
      {
        pod: 'shop/web',
        container: 'web',
        lines: ['ERROR GET http://cart/ failed: connect ECONNREFUSED 10.96.0.7:80'],
      },
    ],
  };

  expect(only(detect(detector, service('cart'), ...cart, caller, logs)).facts).toMatchObject({
    targetPort: 8080,
    servedPorts: ['3000'],
    suggestedTarget: 3000,
  });
});
