import { inObject } from './in-object.ts';
import type { Plant } from './plant.ts';

const inRun = inObject('WorkflowTemplate', 'auto-ops-incident');
const inBackup = inObject('WorkflowTemplate', 'auto-ops-backup');
const inCron = inObject('CronWorkflow', 'auto-ops-heartbeat');
const inSensor = (name: string, spoil: Plant['spoil']) => inObject('Sensor', name)(spoil);
type Named = { name: string };
// biome-ignore lint/suspicious/noExplicitAny: Argo's own shape.
const step = (template: any, name: string) =>
  template.spec.templates.find((one: { name: string }) => one.name === name);

/** What breaks each rule about Workflows, their pods and what they name. */
export const workflowPlants = {
  restricted: [
    inRun(({ spec }) => Object.assign(spec.securityContext, { runAsNonRoot: false })),
    inRun((run) => Object.assign(step(run, 'apply').container.securityContext, { readOnlyRootFilesystem: false })),
    inRun((run) =>
      Object.assign(step(run, 'apply').container.securityContext, {
        capabilities: { drop: ['ALL'], add: ['NET_RAW'] },
      }),
    ),
    inSensor('auto-ops-create', ({ spec }) => Object.assign(spec.template.container, { securityContext: undefined })),
    {
      kind: 'Deployment',
      name: 'auto-ops-gateway',
      spoil: ({ spec }) => Object.assign(spec.template.spec.securityContext, { seccompProfile: undefined }),
    },
    inRun(({ spec }) => spec.volumes.push({ name: 'node', hostPath: { path: '/' } })),
    inRun(({ spec }) => Object.assign(spec, { hostNetwork: true })),
    inRun(({ spec }) => Object.assign(spec, { podSpecPatch: '{"securityContext":{"runAsUser":0}}' })),
  ],
  deadlines: [
    inRun(({ spec }) => Object.assign(spec, { activeDeadlineSeconds: undefined })),
    inRun((run) => Object.assign(step(run, 'apply'), { activeDeadlineSeconds: undefined })),
    inRun((run) => Object.assign(step(run, 'approve'), { suspend: {} })),
  ],
  explicitCommands: [inRun((run) => Object.assign(step(run, 'apply').container, { command: undefined }))],
  boundedResources: [
    inRun((run) => Object.assign(step(run, 'apply').container, { resources: { limits: { cpu: 1 } } })),
  ],
  knownImages: [
    inRun((run) => Object.assign(step(run, 'apply').container, { image: 'auto-ops/actuator:latest' })),
    inRun((run) => Object.assign(step(run, 'apply').container, { image: 'auto-ops/somebody:0.1.0' })),
    inRun((run) => Object.assign(step(run, 'apply').container, { command: ['node', '/app/fixer.mjs'] })),
  ],
  knownAccounts: [
    inRun((run) => Object.assign(step(run, 'apply'), { serviceAccountName: 'admin' })),
    inRun(({ spec }) => Object.assign(spec.executor, { serviceAccountName: 'default' })),
    {
      kind: 'EventSource',
      name: 'auto-ops',
      spoil: ({ spec }) => Object.assign(spec.template, { serviceAccountName: undefined }),
    },
    {
      kind: 'RoleBinding',
      name: 'executor',
      spoil: ({ subjects }) => Object.assign(subjects[0], { name: 'step-executor' }),
    },
    {
      kind: 'ClusterRoleBinding',
      name: 'auto-ops-gateway',
      spoil: ({ roleRef }) => Object.assign(roleRef, { name: 'cluster-admin' }),
    },
    inSensor('auto-ops-create', ({ spec }) => Object.assign(spec.template, { serviceAccountName: undefined })),
  ],
  knownSettings: [
    {
      kind: 'ConfigMap',
      name: 'auto-ops-reviewer',
      spoil: ({ data }) => Object.assign(data, { AUTO_OPS_MAXIMUM: '1' }),
    },
    {
      kind: 'ConfigMap',
      name: 'auto-ops-gateway',
      spoil: ({ data }) => Object.assign(data, { AUTO_OPS_OBSERVE_SECONDS: '1' }),
    },
    inRun((run) => Object.assign(step(run, 'apply').container.env[0], { name: 'AUTO_OPS_RUNS' })),
  ],
  cronWorkflows: [
    inCron(({ spec }) => Object.assign(spec, { timezone: undefined })),
    inCron(({ spec }) => Object.assign(spec, { concurrencyPolicy: 'Allow' })),
    inCron(({ spec }) => Object.assign(spec, { startingDeadlineSeconds: undefined })),
    inCron(({ spec }) => Object.assign(spec, { failedJobsHistoryLimit: undefined })),
    inCron(({ spec }) => Object.assign(spec.workflowSpec, { serviceAccountName: 'actuator-apply' })),
    inCron(({ spec }) => Object.assign(spec.workflowSpec.workflowTemplateRef, { name: 'auto-ops-backup' })),
  ],
  fewTokens: [
    inRun(({ spec }) => Object.assign(spec, { automountServiceAccountToken: undefined })),
    inRun(({ spec }) => Object.assign(spec, { executor: undefined })),
    inRun((run) => step(run, 'fix').container.volumeMounts.push({ name: 'kubernetes-token', mountPath: '/token' })),
    inRun((run) => {
      const { container } = step(run, 'undo');
      container.volumeMounts = container.volumeMounts.filter(({ name }: Named) => name !== 'kubernetes-token');
    }),
  ],
  ownRunTokens: [
    inRun((run) => step(run, 'undo').container.volumeMounts.pop()),
    inRun((run) => Object.assign(step(run, 'report').container, { env: undefined })),
    inRun((run) => Object.assign(step(run, 'decide').container.env[0], { value: 'incident-1' })),
    inRun((run) => step(run, 'fix').container.volumeMounts.push({ name: 'run-token', mountPath: '/token' })),
    inBackup(({ spec }) => {
      const token = spec.volumes.find(({ name }: Named) => name === 'run-token').projected.sources[0];
      token.serviceAccountToken.audience = undefined;
    }),
  ],
  cleanedUp: [
    inRun(({ spec }) => Object.assign(spec, { ttlStrategy: undefined })),
    inRun(({ spec }) => Object.assign(spec, { podGC: undefined })),
    inRun(({ spec }) => Object.assign(spec, { volumeClaimGC: undefined })),
  ],
  boundedRetries: [
    inRun((run) => Object.assign(step(run, 'fix'), { retryStrategy: { limit: 3 } })),
    inRun((run) => Object.assign(step(run, 'apply').retryStrategy, { limit: undefined })),
    inRun((run) => Object.assign(step(run, 'apply').retryStrategy, { backoff: undefined })),
    inRun((run) => Object.assign(step(run, 'apply').retryStrategy, { expression: "lastRetry.exitCode != '0'" })),
    inRun(({ spec }) => Object.assign(spec, { retryStrategy: { limit: 1 } })),
    inRun(({ spec }) => Object.assign(spec, { templateDefaults: { retryStrategy: { limit: 1 } } })),
  ],
  defaultedOutputs: [
    inRun((run) => Object.assign(step(run, 'fix').outputs.parameters[0].valueFrom, { default: undefined })),
    inRun((run) => Object.assign(step(run, 'approve').outputs.parameters[0].valueFrom, { default: undefined })),
    inBackup((run) => Object.assign(step(run, 'backup').outputs.parameters[0].valueFrom, { default: undefined })),
    inRun((run) => Object.assign(step(run, 'fix').outputs, { artifacts: [{ name: 'plan', path: '/workspace/fix' }] })),
  ],
  mountedFiles: [
    inRun((run) => step(run, 'undo').container.volumeMounts.pop()),
    inRun((run) => step(run, 'report').container.volumeMounts.pop()),
    inBackup((run) => step(run, 'backup').container.volumeMounts.pop()),
    inBackup((run) => step(run, 'backup').container.env.push({ name: 'AUTO_OPS_BACKUP_FOLDER', value: '/copies' })),
    inBackup(({ spec }) => spec.volumes.pop()),
    inRun(({ spec }) => Object.assign(spec, { volumeClaimTemplates: undefined })),
    {
      kind: 'Deployment',
      name: 'auto-ops-gateway',
      spoil: ({ spec }) => spec.template.spec.containers[0].volumeMounts.pop(),
    },
    inSensor('auto-ops-resume', ({ spec }) =>
      spec.template.container.env.push({ name: 'SSL_CERT_FILE', value: '/etc/auto-ops/trust/ca.crt' }),
    ),
  ],
  knownReferences: [
    {
      kind: 'Secret',
      name: 'executor.service-account-token',
      spoil: ({ metadata }) => Object.assign(metadata, { name: 'executor' }),
    },
    inRun((run) => step(run, 'apply').container.envFrom.push({ configMapRef: { name: 'auto-ops-settings-of-apply' } })),
    inBackup(({ spec }) => {
      spec.volumes.find(({ name }: Named) => name === 'backup').persistentVolumeClaim.claimName = 'copies';
    }),
    {
      kind: 'EventSource',
      name: 'auto-ops',
      spoil: ({ spec }) => Object.assign(spec.webhook.event.authSecret, { name: 'token-of-events' }),
    },
    {
      kind: 'Deployment',
      name: 'auto-ops-gateway',
      spoil: ({ spec }) => Object.assign(spec.template.spec.containers[0].envFrom[0].configMapRef, { name: 'gateway' }),
    },
  ],
} satisfies Record<string, readonly Plant[]>;
