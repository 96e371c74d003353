import { expect, test } from 'vitest';
import { answerFrom } from '../../__fixtures__/answer-from.ts';
import { requestFor } from '../../__fixtures__/request-for.ts';
import { specialist } from './index.ts';

const member = (plural: string, kind: string, name: string, chart: string) => ({
  plural,
  kind,
  apiVersion: 'v1',
  metadata: {
    name,
    namespace: 'shop',
    labels: { 'app.kubernetes.io/managed-by': 'Helm', 'helm.sh/chart': chart },
    annotations: { 'meta.helm.sh/release-name': 'web', 'meta.helm.sh/release-namespace': 'shop' },
  },
});
const cluster = [
  { plural: 'namespaces', apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  member('deployments', 'Deployment', 'web', 'web-app-1.4.0-rc.1_build5'),
  member('services', 'Service', 'web', 'web-app-1.4.0-rc.1_build5'),
  member('services', 'Service', 'web-redis', 'redis-20.0.1'),
];

test('derives a release from labels and annotations and says what it cannot know', async () => {
  const { evidence, coverage } = await specialist.collect(requestFor(answerFrom(cluster)));

  expect(evidence).toHaveLength(1);
  expect(evidence[0]).toMatchObject({
    id: 'release/shop/web',
    subject: { apiVersion: 'helm.sh/v3', kind: 'Release', namespace: 'shop', name: 'web' },
    body: {
      object: {
        name: 'web',
        namespace: 'shop',
        chart: { metadata: { name: 'web-app', version: '1.4.0-rc.1+build5' } },
        objects: [
          { kind: 'Deployment', namespace: 'shop', name: 'web' },
          { kind: 'Service', namespace: 'shop', name: 'web' },
          { kind: 'Service', namespace: 'shop', name: 'web-redis' },
        ],
      },
    },
  });
  expect(coverage).toMatchObject([{ kind: 'Release', namespace: 'shop', complete: false }]);
});

test('finds nothing where nothing is managed by Helm', async () => {
  const { evidence } = await specialist.collect(requestFor(answerFrom(cluster.slice(0, 1))));

  expect(evidence).toEqual([]);
});
