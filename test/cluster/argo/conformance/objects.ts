import type { KubernetesObject } from '../../harness/kubernetes.ts';

const events = 'argo-events';
const argo = 'argoproj.io/v1alpha1';

/** Names of what one run of the suite makes; `namespace` holds the Workflows. */
export interface Stage {
  readonly namespace: string;
  readonly lanes: readonly string[];
  /** Bearer of the event source. */
  readonly token: string;
  /** The step's program. */
  readonly program: string;
}

/** Everything a run of the suite needs, in the order it is applied; the Sensors do what those of the product do. */
export function stageObjects(stage: Stage): KubernetesObject[] {
  const { namespace } = stage;
  const account = (name: string, place: string) => object('v1', 'ServiceAccount', name, place, {});
  const tokenOf = (secret: string, name: string, place: string) => ({
    ...object('v1', 'Secret', secret, place, { type: 'kubernetes.io/service-account-token' }),
    metadata: { name: secret, namespace: place, annotations: { 'kubernetes.io/service-account.name': name } },
  });
  const workflows = (verbs: readonly string[]) => ({ apiGroups: ['argoproj.io'], resources: ['workflows'], verbs });
  return [
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: namespace } },
    account('step', namespace),
    account('executor', namespace),
    tokenOf('executor.service-account-token', 'executor', namespace),
    ...granted(namespace, 'executor', namespace, 'executor', [
      { apiGroups: ['argoproj.io'], resources: ['workflowtaskresults'], verbs: ['create', 'patch'] },
    ]),
    // Exactly the rights of the gateway.
    account('gateway', namespace),
    ...granted(namespace, 'gateway', namespace, 'gateway', [
      workflows(['create', 'get', 'list', 'patch', 'update', 'watch']),
      { apiGroups: [''], resources: ['configmaps'], verbs: ['create', 'delete', 'get', 'list', 'patch'] },
    ]),
    object('v1', 'ConfigMap', 'fixture', namespace, { data: { 'fixture.mjs': stage.program } }),
    account(`${namespace}-sensor`, events),
    account(`${namespace}-wake`, events),
    tokenOf(`${namespace}-wake`, `${namespace}-wake`, events),
    ...granted(namespace, 'sensor', events, `${namespace}-sensor`, [workflows(['create', 'get', 'list'])]),
    ...granted(namespace, 'wake', events, `${namespace}-wake`, [workflows(['get', 'update'])]),
    object('v1', 'Secret', namespace, events, { stringData: { token: stage.token } }),
    eventSource(stage),
    sensor(stage),
  ];
}

function object(apiVersion: string, kind: string, name: string, namespace: string, rest: object): KubernetesObject {
  return { apiVersion, kind, metadata: { name, namespace }, ...rest };
}

function granted(place: string, role: string, from: string, account: string, rules: readonly object[]) {
  const api = 'rbac.authorization.k8s.io';
  return [
    object(`${api}/v1`, 'Role', role, place, { rules }),
    object(`${api}/v1`, 'RoleBinding', role, place, {
      roleRef: { apiGroup: api, kind: 'Role', name: role },
      subjects: [{ kind: 'ServiceAccount', name: account, namespace: from }],
    }),
  ];
}

/** One endpoint a lane. */
function eventSource({ namespace, lanes }: Stage): KubernetesObject {
  const webhook = lanes.map((lane) => [
    lane,
    { port: '12000', endpoint: `/${lane}`, method: 'POST', authSecret: { name: namespace, key: 'token' } },
  ]);
  return object(argo, 'EventSource', namespace, events, {
    spec: { service: { ports: [{ port: 12000, targetPort: 12000 }] }, webhook: Object.fromEntries(webhook) },
  });
}

/** For each lane a create from the lane's template, and a resume. */
function sensor({ namespace, lanes }: Stage): KubernetesObject {
  const filtered = (lane: string, kind: string) => ({
    name: `${lane}-${kind}`,
    eventSourceName: namespace,
    eventName: lane,
    filters: {
      data: [
        { path: 'body.kind', type: 'string', value: [`^${kind}$`] },
        { path: 'body.id', type: 'string', value: ['^[a-z0-9](?:[a-z0-9-]{0,52}[a-z0-9])?$'] },
      ],
    },
  });
  const named = (dependencyName: string, dest: string, rest: object = {}) => ({
    src: { dependencyName, dataKey: 'body.id' },
    dest,
    ...rest,
  });
  const workflow = (spec: object) => ({
    resource: { apiVersion: argo, kind: 'Workflow', metadata: { name: 'incident-', namespace }, ...spec },
  });
  const patiently = { atLeastOnce: true, retryStrategy: { steps: 6, duration: '1s', factor: 2 } };
  const triggers = lanes.flatMap((lane) => [
    {
      ...patiently,
      template: {
        name: `${lane}-create`,
        conditions: `${lane}-incident`,
        k8s: {
          operation: 'create',
          source: workflow({
            spec: {
              workflowTemplateRef: { name: lane },
              arguments: { parameters: [{ name: 'incident', value: 'unset' }] },
            },
          }),
          parameters: [
            named(`${lane}-incident`, 'metadata.name', { operation: 'append' }),
            named(`${lane}-incident`, 'spec.arguments.parameters.0.value'),
          ],
        },
      },
    },
    {
      ...patiently,
      template: {
        name: `${lane}-resume`,
        conditions: `${lane}-decision`,
        argoWorkflow: {
          operation: 'resume',
          source: workflow({}),
          parameters: [named(`${lane}-decision`, 'metadata.name', { operation: 'append' })],
        },
      },
    },
  ]);
  return object(argo, 'Sensor', namespace, events, {
    spec: {
      template: {
        serviceAccountName: `${namespace}-sensor`,
        container: {
          env: [
            { name: 'ARGO_SERVER', value: 'argo-server.argo.svc:2746' },
            { name: 'ARGO_HTTP1', value: 'true' },
            { name: 'ARGO_SECURE', value: 'false' },
            { name: 'TOKEN', valueFrom: { secretKeyRef: { name: `${namespace}-wake`, key: 'token' } } },
            { name: 'ARGO_TOKEN', value: 'Bearer $(TOKEN)' },
          ],
        },
      },
      dependencies: lanes.flatMap((lane) => [filtered(lane, 'incident'), filtered(lane, 'decision')]),
      triggers,
    },
  });
}
