import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesApi } from '@auto-ops/testing';
import { beforeEach, expect, it } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { runCommandLine } from '../__fixtures__/run-command-line.ts';
import { knownVariables } from '../check/generated.ts';
import { object } from '../discover/__fixtures__/object.ts';
import { service } from '../discover/__fixtures__/service.ts';
import { workload } from '../discover/__fixtures__/workload.ts';

const objects = [
  object('v1', 'Node', 'node-1'),
  workload('flows/workflow-controller', 'quay.io/argoproj/workflow-controller:v4.1.2', {
    command: ['workflow-controller'],
  }),
  workload('flows/argo-server', 'quay.io/argoproj/argocli:v4.1.2', { args: ['server', '--secure=false'] }),
  service('flows/argo-server', 2746),
  workload('argo-events/controller-manager', 'quay.io/argoproj/argo-events:v1.9.11', { args: ['controller'] }),
  object('argoproj.io/v1alpha1', 'EventBus', 'argo-events/default', { spec: { jetstream: {} } }),
  object('storage.k8s.io/v1', 'StorageClass', 'disk', { provisioner: 'example.org/disk' }),
  workload('shop/db', 'postgres:17', { kind: 'StatefulSet' }),
  service('shop/db', 5432),
  workload('shop/broker', 'rabbitmq:4'),
  service('shop/broker', 5672),
  workload('logs/loki', 'grafana/loki:3.5.0'),
];
let api: Awaited<ReturnType<typeof kubernetesApi>>;

const discover = (...words: readonly string[]) => runCommandLine('discover', '--kubeconfig', api.kubeconfig, ...words);

beforeEach(async () => {
  api = await kubernetesApi(objects);
  api.intercept = ({ path }) => (path.startsWith('/version') ? { body: { gitVersion: 'v1.34.10' } } : undefined);
});

it('says to people what is there, what is not used yet, and what is missing with the next action', async () => {
  const { exit, stdout } = await discover();

  expect(exit).toBe(0);
  expect(stdout).toMatch(/^ {2}Argo Workflows +v4\.1\.2 +flows\/workflow-controller +used/m);
  expect(stdout).toMatch(/^ {2}PostgreSQL +17 +shop\/db +used +db\.shop\.svc:5432$/m);
  expect(stdout).toMatch(/^ {2}Loki +3\.5\.0 +logs\/loki +found, not used yet$/m);
  expect(stdout).toContain('AUTO_OPS_ARGO_SERVER=http://argo-server.flows.svc:2746');
  expect(stdout).toMatch(/needed {2}No default StorageClass\n.*next: .*\n\nkubectl annotate storageclass disk/);
  expect(stdout).toContain('Something that auto-ops needs on a cluster is missing.');
});

it('only reads, page by page, and never a Secret', async () => {
  await discover();

  const lists = api.requests.filter(({ path }) => !['/version', '/apis'].includes(path));
  expect(api.requests.every(({ method }) => method === 'GET')).toBe(true);
  expect(lists.every(({ path }) => path.includes('?limit=500'))).toBe(true);
  expect(api.requests.filter(({ path }) => /secret/i.test(path))).toEqual([]);
});

it('proposes only variables that the product reads', async () => {
  const { settings } = JSON.parse((await discover('--output', 'json')).stdout);

  const known = knownVariables.map(({ name }) => name);
  expect(settings.length).toBeGreaterThan(2);
  expect(settings.filter(({ variable }: { variable: string }) => !known.includes(variable))).toEqual([]);
});

it('prints an overlay for the found cluster, and what is missing beside it', async () => {
  const { stdout, stderr } = await discover('--output', 'yaml');

  const overlay = parse(stdout);
  const patches = overlay.patches.map(({ patch }: { patch: string }) => parse(patch));
  expect(overlay).toMatchObject({ kind: 'Kustomization', resources: ['../../base'] });
  expect(patches[0]).toMatchObject({
    kind: 'ConfigMap',
    metadata: { name: 'auto-ops-gateway', namespace: 'auto-ops' },
    data: { AUTO_OPS_ARGO_SERVER: 'http://argo-server.flows.svc:2746' },
  });
  expect(overlay.patches.map(({ target }: { target?: { kind: string } }) => target?.kind)).toEqual([
    undefined,
    'Sensor',
    'NetworkPolicy',
    'PersistentVolumeClaim',
    'WorkflowTemplate',
  ]);
  expect(overlay.configMapGenerator).toMatchObject([
    {
      name: 'auto-ops-maintenance-heartbeat',
      literals: ['AUTO_OPS_CHECKS=shop-db tcp db.shop.svc:5432 shop\nshop-broker tcp broker.shop.svc:5672 shop'],
    },
  ]);
  expect(stderr).toContain('needed: No default StorageClass. ');
});

it('patches the variables of the Sensors where the base has them', async () => {
  const { stdout } = await discover('--output', 'yaml');

  const { target, patch } = parse(stdout).patches[1] as { target: { name: string }; patch: string };
  const folder = join(import.meta.dirname, '../../../../argo/events');
  const sensors = ['resume', 'submit'].flatMap((name) =>
    parseAllDocuments(readFileSync(join(folder, `${name}.yaml`), 'utf8')).map((document) => document.toJS()),
  );
  const tests = (parse(patch) as { op: string; path: string; value: string }[]).filter(({ op }) => op === 'test');
  for (const sensor of sensors.filter(({ kind }) => kind === 'Sensor')) {
    expect(sensor.metadata.name).toMatch(new RegExp(`^${target.name}$`));
    for (const { path, value } of tests) {
      const found = path
        .split('/')
        .slice(1)
        .reduce((at, key) => at?.[key], sensor);
      expect(found).toBe(value);
    }
  }
  expect(tests).toHaveLength(2);
});

it('prints lines for .env, with what is the gateway’s as comments', async () => {
  const { stdout } = await discover('--output', 'env');

  const lines = stdout.trim().split('\n');
  expect(lines.filter((line) => !line.startsWith('#'))).toEqual([`AUTO_OPS_KUBECONFIG=${api.kubeconfig}`]);
  expect(lines).toContain('# AUTO_OPS_ARGO_SERVER=http://argo-server.flows.svc:2746');
  expect(lines.slice(-2)).toEqual([
    "# AUTO_OPS_CHECKS='shop-db tcp db.shop.svc:5432 shop",
    "# shop-broker tcp broker.shop.svc:5672 shop'",
  ]);
});

it('says what may not be read, claims nothing of it, and goes on', async () => {
  const plain = api.intercept;
  api.intercept = (request) =>
    /storageclasses|\/deployments/.test(request.path)
      ? { status: 403, body: { kind: 'Status', message: 'User "ann" cannot list it' } }
      : plain(request);

  const { exit, stdout } = await discover('--output', 'json');

  const answer = JSON.parse(stdout);
  expect(exit).toBe(0);
  expect(answer.unreadable).toMatchObject([
    { what: 'deployments.apps', reason: expect.stringContaining('User "ann" cannot list it') },
    { what: 'storageclasses.storage.k8s.io' },
  ]);
  expect(answer.found).toContainEqual(expect.objectContaining({ what: 'PostgreSQL' }));
  const missing = answer.missing.map(({ what }: { what: string }) => what).join('\n');
  expect(missing).not.toMatch(/StorageClass|Argo Workflows|Argo Events|not installed/);
});

it('counts nothing of an installation that it may not look at', async () => {
  const labels = { 'app.kubernetes.io/part-of': 'auto-ops', 'app.kubernetes.io/component': 'gateway' };
  api = await kubernetesApi([
    workload('auto-ops/auto-ops-gateway', 'auto-ops/gateway:0.1.0', { labels }),
    object('argoproj.io/v1alpha1', 'WorkflowTemplate', 'auto-ops/auto-ops-incident'),
    object('argoproj.io/v1alpha1', 'EventSource', 'argo-events/auto-ops'),
    object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'auto-ops-workflow-shape'),
  ]);
  api.intercept = ({ path }) => (path.includes('/sensors') ? { status: 403, body: { message: 'no' } } : undefined);

  const { stdout } = await discover();

  expect(stdout).toContain('installed: 1 WorkflowTemplate, 1 EventSource, Sensors not readable, 1 admission policy');
  expect(stdout).not.toContain('in part');
});

it('reads a kind in the version that is served, and asks for none that is not', async () => {
  const plain = api.intercept;
  const groups = [
    { name: 'apps', versions: [{ version: 'v1' }] },
    { name: 'source.toolkit.fluxcd.io', versions: [{ version: 'v1beta2' }] },
  ];
  const resources = [{ name: 'deployments' }, { name: 'statefulsets' }];
  api.intercept = (request) => {
    if (request.path === '/apis') return { body: { groups } };
    // A group is served without each of its kinds, and whoever may not list one is refused either way.
    if (request.path === '/apis/apps/v1') return { body: { resources } };
    return request.path.includes('daemonsets') ? { status: 403, body: { message: 'no' } } : plain(request);
  };

  const { stdout } = await discover('--output', 'json');

  const paths = api.requests.map(({ path }) => path);
  expect(paths).toContainEqual(expect.stringMatching(/^\/apis\/source\.toolkit\.fluxcd\.io\/v1beta2\/gitrepositories/));
  expect(paths.filter((path) => path.includes('monitoring.coreos.com'))).toEqual([]);
  expect(paths.filter((path) => path.includes('daemonsets'))).toEqual([]);
  expect(JSON.parse(stdout).unreadable).toEqual([]);
});

it.each([
  ['nothing may be listed', 403, 4, 'KUBERNETES_FORBIDDEN'],
  ['the credentials are refused', 401, 4, 'KUBERNETES_UNAUTHORIZED'],
])('ends with an error where %s', async (_, status, exit, code) => {
  api.intercept = () => ({ status, body: { kind: 'Status', message: 'no' } });

  const answer = await discover();

  expect(answer).toMatchObject({ exit, stdout: '', stderr: expect.stringContaining(`error ${code}`) });
});

it('ends with an error where there is no cluster, and where there is no kubeconfig', async () => {
  api.intercept = () => undefined;
  const gone = { ...JSON.parse(readFileSync(api.kubeconfig, 'utf8')) };
  gone.clusters[0].cluster.server = 'http://127.0.0.1:9';
  writeFileSync(api.kubeconfig, JSON.stringify(gone));

  expect(await discover()).toMatchObject({ exit: 75, stderr: expect.stringContaining('error KUBERNETES_UNREACHABLE') });
  expect(await runCommandLine('discover', '--kubeconfig', '/nowhere')).toMatchObject({
    exit: 4,
    stderr: expect.stringContaining('error KUBECONFIG_INVALID'),
  });
});
