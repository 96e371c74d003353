import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cluster } from '../cluster.ts';
import { until } from '../until.ts';
import { bodies } from './bodies.ts';

/** The fake of GitHub's API, as a pod; the overlay tells the gateway its address. */
export interface FakeGitHub {
  /** Puts what it answers, by path. */
  put(state: Readonly<Record<string, unknown>>): Promise<void>;
  takeDown(): Promise<void>;
}

const namespace = 'auto-ops-fake-github';
const source = join(import.meta.dirname, '..', '..', '..', '..', 'packages', 'testing', 'src', 'fake-github');
const textOf = (file: string) => readFileSync(join(source, file), 'utf8');
const labels = { 'app.kubernetes.io/name': 'fake-github' };

const objects = () => [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'program', namespace },
    data: { 'run.ts': textOf('run.ts'), 'start-fake-github.ts': textOf('start-fake-github.ts') },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'fake-github', namespace },
    spec: { selector: labels, ports: [{ name: 'http', port: 443, targetPort: 8080 }] },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'fake-github', namespace, labels },
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          automountServiceAccountToken: false,
          securityContext: { runAsNonRoot: true, runAsUser: 65532, seccompProfile: { type: 'RuntimeDefault' } },
          containers: [
            {
              name: 'fake-github',
              // The gateway's image is there, and has a Node that takes TypeScript as it is.
              image: 'auto-ops.local/gateway:0.1.0',
              imagePullPolicy: 'IfNotPresent',
              command: ['node', '/program/run.ts', '8080'],
              ports: [{ name: 'http', containerPort: 8080 }],
              readinessProbe: { tcpSocket: { port: 8080 }, periodSeconds: 1 },
              securityContext: {
                allowPrivilegeEscalation: false,
                readOnlyRootFilesystem: true,
                capabilities: { drop: ['ALL'] },
              },
              volumeMounts: [{ name: 'program', mountPath: '/program', readOnly: true }],
            },
          ],
          volumes: [{ name: 'program', configMap: { name: 'program' } }],
        },
      },
    },
  },
];

/** Starts it in a namespace of its own. */
export async function startFakeGitHub(cluster: Cluster): Promise<FakeGitHub> {
  await cluster.kubectl(
    ['apply', '--server-side', '-f', '-'],
    objects()
      .map((object) => JSON.stringify(object))
      .join('\n---\n'),
  );
  await until('ready fake of GitHub', 60, async () => {
    const [deployment] = await cluster.kubernetes.list('Deployment', namespace);
    return ((deployment?.status as { availableReplicas?: number } | undefined)?.availableReplicas ?? 0) > 0
      ? true
      : undefined;
  });
  const address = await cluster.forward(namespace, 'fake-github', 443);

  async function put(state: Readonly<Record<string, unknown>>): Promise<void> {
    const answer = await fetch(`${address}/_state`, { method: 'PUT', body: JSON.stringify(state) });
    if (!answer.ok) throw new Error(`the fake of GitHub answered ${answer.status}`);
  }

  await put({ [`/repositories/${bodies.repository.id}`]: bodies.repository });
  return {
    put,
    takeDown: async () => {
      await cluster.kubectl(['delete', 'namespace', namespace, '--wait=false']);
    },
  };
}
