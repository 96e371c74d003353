import { expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { discoverIn } from '../__fixtures__/discover-in.ts';
import { object } from '../__fixtures__/object.ts';
import { service } from '../__fixtures__/service.ts';
import { workload } from '../__fixtures__/workload.ts';

const argo = 'argoproj.io/v1alpha1';
const controller = (image = 'quay.io/argoproj/workflow-controller:v4.1.2', args: readonly string[] = []) =>
  workload('argo/workflow-controller', image, { command: ['workflow-controller'], args });
const server = (...args: readonly string[]) =>
  workload('argo/argo-server', 'quay.io/argoproj/argocli:v4.1.2', { args: ['server', ...args] });
const whats = (answer: { missing: readonly { what: string }[] }) => answer.missing.map(({ what }) => what);

it('argo-workflows: fits the base to the server that is there, and changes nothing where it fits already', async () => {
  const usual = await discoverIn([controller(), server(), service('argo/argo-server', 2746)], 'argo-workflows');
  const chart = await discoverIn(
    [
      workload('flows/argo-workflows-workflow-controller', 'quay.io/argoproj/workflow-controller:v4.2.0'),
      workload('flows/argo-workflows-server', 'quay.io/argoproj/argocli:v4.2.0', {
        args: ['server', '--secure=false'],
      }),
      service('flows/argo-workflows-server', 2746),
    ],
    'argo-workflows',
  );

  expect(usual).toMatchObject({ missing: [], patches: [] });
  expect(usual.settings).toMatchObject([
    { variable: 'AUTO_OPS_ARGO_SERVER', value: 'https://argo-server.argo.svc:2746', of: 'gateway' },
  ]);
  expect(chart.found).toMatchObject([
    { what: 'Argo Workflows', namespace: 'flows', version: 'v4.2.0' },
    { what: 'Argo Server', name: 'argo-workflows-server' },
  ]);
  expect(chart.settings).toMatchObject([{ value: 'http://argo-workflows-server.flows.svc:2746' }]);
  expect(chart.patches.map(({ target }) => target.kind)).toEqual(['Sensor', 'NetworkPolicy']);
});

it.each([
  ['is absent', [], /^No Argo Workflows$/],
  [
    'is too old',
    [controller('quay.io/argoproj/workflow-controller:v4.1.1'), server()],
    /v4\.1\.1 .* older than 4\.1\.2/,
  ],
  [
    'hides its version',
    [controller('example.org/workflow-controller:stable'), server()],
    /cannot be told .*\(stable\)/,
  ],
  ['looks elsewhere', [controller(undefined, ['--namespaced']), server()], /of the namespace argo alone/],
  ['has no server', [controller()], /without an Argo Server/],
  ['serves as itself', [controller(), server('--auth-mode=server')], /does not take its caller's token/],
  [
    'takes an instance',
    [
      controller(),
      server(),
      object('v1', 'ConfigMap', 'argo/workflow-controller-configmap', { data: { config: 'instanceID: blue\n' } }),
    ],
    /only Workflows of its instance "blue"/,
  ],
])('argo-workflows: says when it %s', async (_, objects, what) => {
  const answer = await discoverIn([...objects, service('argo/argo-server', 2746)], 'argo-workflows');

  expect(whats(answer)).toEqual([expect.stringMatching(what)]);
});

const events = (tag: string, ...args: readonly string[]) =>
  workload('argo-events/controller-manager', `quay.io/argoproj/argo-events:${tag}`, { args: ['controller', ...args] });
const bus = object(argo, 'EventBus', 'argo-events/default', { spec: { jetstream: { version: 'latest' } } });

it('argo-events: finds controller and bus, and says what the base has to call', async () => {
  const answer = await discoverIn([events('v1.9.11', '--namespaced'), bus], 'argo-events');

  expect(answer.missing).toEqual([]);
  expect(answer.found).toMatchObject([
    { what: 'Argo Events', version: 'v1.9.11' },
    { what: 'EventBus', namespace: 'argo-events', name: 'default', detail: 'jetstream' },
  ]);
  expect(answer.settings).toMatchObject([
    { variable: 'AUTO_OPS_EVENTS_URL', value: 'http://auto-ops-eventsource-svc.argo-events.svc:12000/auto-ops' },
  ]);
});

it('argo-events: says what is missing of it, with an EventBus to apply', async () => {
  const other = object(argo, 'EventBus', 'team-a/default', { spec: {} });
  const absent = await discoverIn([], 'argo-events');
  const old = await discoverIn([events('v1.9.6'), other], 'argo-events');

  expect(whats(absent)).toEqual(['No Argo Events']);
  expect(whats(old)).toEqual([
    'Argo Events v1.9.6 (argo-events/controller-manager) is older than 1.9.11',
    'No EventBus `default` in argo-events; there is team-a/default',
  ]);
  expect(parseAllDocuments(old.missing[1]?.snippet ?? '').map((document) => document.toJS())).toMatchObject([
    { apiVersion: argo, kind: 'EventBus', metadata: { name: 'default', namespace: 'argo-events' } },
  ]);
});

const storageClass = (name: string, isDefault: boolean) => ({
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: { name, annotations: { 'storageclass.kubernetes.io/is-default-class': String(isDefault) } },
  provisioner: 'example.org/disk',
});

it('storage: names a class in every claim where none is the default', async () => {
  const fine = await discoverIn([storageClass('slow', false), storageClass('fast', true)], 'storage');
  const none = await discoverIn([], 'storage');
  const undecided = await discoverIn([storageClass('slow', false)], 'storage');

  expect(fine).toMatchObject({ missing: [], patches: [] });
  expect(whats(none)).toEqual(['No StorageClass']);
  expect(undecided.missing).toMatchObject([
    { weight: 'needed', what: 'No default StorageClass', snippet: expect.stringContaining('storageclass slow ') },
  ]);
  expect(undecided.patches.map(({ target }) => target.name)).toEqual(['auto-ops-.*', 'auto-ops-incident']);
});

it('metrics-server: by the API that it registers', async () => {
  const api = object('apiregistration.k8s.io/v1', 'APIService', 'v1beta1.metrics.k8s.io', {
    spec: { service: { namespace: 'kube-system', name: 'metrics-server' } },
    status: { conditions: [{ type: 'Available', status: 'False' }] },
  });
  const local = object('apiregistration.k8s.io/v1', 'APIService', 'v1.apps', { spec: { service: null } });

  expect((await discoverIn([local], 'metrics-server')).found).toEqual([]);
  expect((await discoverIn([api, local], 'metrics-server')).found).toMatchObject([
    { name: 'metrics-server', use: 'not used yet', detail: 'does not answer at the moment' },
  ]);
});

const plugin = (name: string, image: string) => workload(`kube-system/${name}`, image, { kind: 'DaemonSet' });

it.each([
  ['Calico', plugin('calico-node', 'docker.io/calico/node:v3.30.0'), []],
  ['Cilium', plugin('cilium', 'quay.io/cilium/cilium:v1.18.0@sha256:abc'), []],
  ['Flannel', plugin('kube-flannel', 'ghcr.io/flannel-io/flannel:v0.27.0'), [/protect nothing/]],
  ['kindnet', plugin('kindnet', 'docker.io/kindest/kindnetd:v20250512'), [/depends on how it was installed/]],
  [undefined, plugin('logs', 'fluent/fluent-bit:4.0'), [/not known: no network plug-in/]],
])('network: knows what %s does with NetworkPolicies', async (title, daemonSet, gaps) => {
  const answer = await discoverIn([daemonSet], 'network');

  expect(answer.found.map(({ what }) => what)).toEqual(title === undefined ? [] : [title]);
  expect(whats(answer)).toEqual(gaps.map((gap) => expect.stringMatching(gap)));
});

it.each([
  ['ingress', workload('in/nginx', 'registry.k8s.io/ingress-nginx/controller:v1.13.0'), 'ingress-nginx'],
  ['prometheus', workload('mon/prometheus-k8s', 'quay.io/prometheus/prometheus:v3.5.0'), 'Prometheus'],
  ['loki', workload('logs/loki', 'docker.io/grafana/loki:3.5.0'), 'Loki'],
  ['open-telemetry', workload('otel/agent', 'otel/opentelemetry-collector-contrib:0.130.0'), 'OpenTelemetry collector'],
])('%s: says plainly that what it found is not used yet', async (name, deployment, what) => {
  const lookalike = workload('mon/operator', 'quay.io/prometheus-operator/prometheus-operator:v0.85.0');
  const answer = await discoverIn([deployment, lookalike], name);

  expect(answer.found).toMatchObject([{ what, use: 'not used yet', by: 'image' }]);
  expect(answer.settings).toEqual([]);
});

it('databases: by image, by label with the port, by the port alone, and never an exporter', async () => {
  const answer = await discoverIn(
    [
      workload('shop/db', 'docker.io/bitnami/postgresql:17.5.0', { kind: 'StatefulSet', ports: [5432] }),
      service('shop/db', 5432),
      service('shop/db-headless', 5432, 'db'),
      workload('shop/db-exporter', 'prometheuscommunity/postgres-exporter:v0.17', {
        labels: { 'app.kubernetes.io/name': 'postgresql' },
        ports: [9187],
      }),
      workload('shop/cache', 'example.org/own/fast-cache:1', {
        labels: { 'app.kubernetes.io/name': 'redis' },
        ports: [6379],
      }),
      service('pg/cluster-rw', 5432, 'cluster-1'),
      service('shop/legacy', 3306, undefined, { selector: null, externalName: 'mysql.example.org' }),
    ],
    'databases',
  );

  expect(
    answer.found.map(({ what, name, by, version = '', detail = '' }) => [what, name, by, version, detail]),
  ).toEqual([
    ['PostgreSQL', 'db', 'image', '17.5.0', 'db.shop.svc:5432'],
    ['PostgreSQL', 'cluster-rw', 'port', '', 'by its port 5432 alone'],
    ['MySQL', 'legacy', 'port', '', 'outside of the cluster: mysql.example.org'],
    ['Redis', 'cache', 'label', '1', 'no Service leads to it'],
  ]);
  expect(answer.settings).toMatchObject([
    {
      variable: 'AUTO_OPS_CHECKS',
      of: 'heartbeat',
      value: [
        'shop-db tcp db.shop.svc:5432 shop',
        'pg-cluster-rw tcp cluster-rw.pg.svc:5432 pg',
        'shop-legacy tcp legacy.shop.svc:3306 shop',
      ].join('\n'),
    },
  ]);
});

it('argo-cd and flux: name the repositories without the credentials in their addresses', async () => {
  const answer = await discoverIn(
    [
      workload('argocd/controller', 'quay.io/argoproj/argocd:v3.1.0', { args: ['argocd-application-controller'] }),
      object(argo, 'Application', 'argocd/shop', {
        spec: { source: { repoURL: 'https://bot:hunter2@git.example.org/shop.git', path: 'deploy' } },
      }),
      object(argo, 'Application', 'argocd/db', {
        spec: { sources: [{ repoURL: 'https://charts.example.org', chart: 'postgresql' }] },
      }),
      workload('flux-system/kustomize-controller', 'ghcr.io/fluxcd/kustomize-controller:v1.6.0'),
      object('source.toolkit.fluxcd.io/v1', 'GitRepository', 'flux-system/fleet', {
        spec: { url: 'ssh://git@git.example.org/fleet.git' },
      }),
    ],
    'argo-cd',
    'flux',
  );

  expect(answer.found).toMatchObject([
    { what: 'Argo CD', version: 'v3.1.0', detail: expect.stringMatching(/^2 applications/) },
    { what: 'Flux', version: 'v1.6.0' },
  ]);
  expect(whats(answer)).toEqual([
    expect.stringMatching(/^Argo CD deploys from https:\/\/git\.example\.org\/shop\.git;/),
    expect.stringMatching(/^Flux deploys from ssh:\/\/git\.example\.org\/fleet\.git;/),
  ]);
  expect(JSON.stringify(answer)).not.toContain('hunter2');
});

it('helm: one line a release, by what Helm leaves on workloads', async () => {
  const labels = {
    'app.kubernetes.io/managed-by': 'Helm',
    'app.kubernetes.io/instance': 'cart',
    'helm.sh/chart': 'cart-chart-1.2.3',
  };
  const answer = await discoverIn(
    [
      workload('shop/cart', 'example.org/cart:9', { labels }),
      workload('shop/cart-worker', 'example.org/cart:9', { labels }),
      workload('shop/plain', 'example.org/plain:1'),
    ],
    'helm',
  );

  expect(answer.found).toMatchObject([
    {
      what: 'Helm release',
      namespace: 'shop',
      name: 'cart',
      version: '1.2.3',
      detail: expect.stringContaining('2 work'),
    },
  ]);
});

it('auto-ops and kubernetes: what is installed, and what of it is missing', async () => {
  const labels = { 'app.kubernetes.io/part-of': 'auto-ops', 'app.kubernetes.io/component': 'gateway' };
  const gateway = workload('auto-ops/auto-ops-gateway', 'auto-ops/gateway:0.1.0', { labels });
  const rest = [
    object(argo, 'WorkflowTemplate', 'auto-ops/auto-ops-incident'),
    object(argo, 'EventSource', 'argo-events/auto-ops'),
    object(argo, 'Sensor', 'argo-events/auto-ops-create'),
    object('admissionregistration.k8s.io/v1', 'ValidatingAdmissionPolicy', 'auto-ops-workflow-shape'),
  ];

  expect(whats(await discoverIn([], 'auto-ops', 'kubernetes'))).toEqual(['auto-ops is not installed here']);
  expect(whats(await discoverIn([gateway], 'auto-ops'))).toEqual([
    expect.stringMatching(/in part: 0 WorkflowTemplates/),
  ]);
  const whole = await discoverIn([gateway, ...rest], 'auto-ops', 'kubernetes');
  expect(whole.missing).toEqual([]);
  expect(whole.found).toMatchObject([
    { what: 'auto-ops', version: '0.1.0' },
    { what: 'Kubernetes', version: 'v1.34.10' },
  ]);
});
