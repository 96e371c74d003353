import { expect, test } from 'vitest';
import { scene, steps } from '../../__fixtures__/scene.ts';
import { repair } from './index.ts';

const subject = { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', namespace: 'shop', name: 'shop' };
const ingress = (name: string, port: object) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  metadata: { name: 'shop', namespace: 'shop', uid: 'i-1' },
  spec: { rules: [{ host: 'shop.example', http: { paths: [{ path: '/', backend: { service: { name, port } } }] } }] },
});
const service = (name: string, ...ports: readonly object[]) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { ports },
});
const at = { host: 'shop.example', path: '/' };

test('the Service of nearly that name, with a port it has', () => {
  const objects = [
    ingress('storefront-web', { number: 80 }),
    service('storefront', { port: 80 }),
    service('cart', { port: 80 }),
  ];

  expect(steps(repair.repair(scene('ingress-backend-missing', subject, objects)))).toEqual([
    [['set-backend', { ...at, service: 'storefront', port: 80 }]],
  ]);
});

test('the only port of the Service, where the Ingress names another', () => {
  const objects = [ingress('storefront', { number: 8080 }), service('storefront', { port: 80 })];

  expect(steps(repair.repair(scene('ingress-backend-missing', subject, objects)))).toEqual([
    [['set-backend', { ...at, service: 'storefront', port: 80 }]],
  ]);
});

test('a Service of quite another name is no guess', () => {
  expect(
    repair.repair(
      scene('ingress-backend-missing', subject, [
        ingress('storefront', { number: 80 }),
        service('billing', { port: 80 }),
      ]),
    ),
  ).toEqual([]);
});
