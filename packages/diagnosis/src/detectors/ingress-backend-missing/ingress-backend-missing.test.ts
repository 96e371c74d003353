import { expect, test } from 'vitest';
import { other, service } from '../../kubernetes/__fixtures__/cluster-objects.ts';
import { detect, only, subjects } from '../../kubernetes/__fixtures__/find.ts';
import { detector } from './index.ts';

const covered = { coverage: ['Service@shop'] };
const ingress = (name: string, port: object = { number: 80 }) =>
  other('networking.k8s.io/v1', 'Ingress', 'shop', {
    spec: { rules: [{ host: 'shop.example', http: { paths: [{ path: '/', backend: { service: { name, port } } }] } }] },
  });

test('names the Ingress, the route and the nearest Service', () => {
  const finding = only(detect(detector, ingress('storefrnt'), service('storefront'), covered));

  expect(finding.subject).toEqual({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'Ingress',
    namespace: 'shop',
    name: 'shop',
  });
  expect(finding.facts).toMatchObject({
    host: 'shop.example',
    path: '/',
    backend: 'storefrnt',
    port: 80,
    isServiceMissing: true,
    nearest: ['storefront'],
  });
});

test('finds a port that the Service lacks', () => {
  expect(only(detect(detector, ingress('storefront', { number: 8080 }), service('storefront'))).facts).toMatchObject({
    isServiceMissing: false,
    servicePorts: ['80'],
  });
});

test('rests on complete evidence, and says nothing where Service and port exist', () => {
  expect(subjects(detect(detector, ingress('storefrnt'), service('storefront')))).toEqual([]);
  expect(subjects(detect(detector, ingress('storefront'), service('storefront'), covered))).toEqual([]);
  expect(
    subjects(
      detect(
        detector,
        ingress('storefront', { name: 'http' }),
        service('storefront', { ports: [{ name: 'http', port: 80 }] }),
        covered,
      ),
    ),
  ).toEqual([]);
});

test('reads a default backend and an Ingress without rules', () => {
  const fallback = other('networking.k8s.io/v1', 'Ingress', 'fallback', {
    spec: { defaultBackend: { service: { name: 'gone', port: { number: 80 } } } },
  });

  expect(subjects(detect(detector, fallback, other('networking.k8s.io/v1', 'Ingress', 'bare'), covered))).toEqual([
    'Ingress/fallback',
  ]);
});
