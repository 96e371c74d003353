import { describe, expect, it } from 'vitest';
import type { Manifest } from './manifest.ts';
import { readManifests } from './read-manifests.ts';
import { rules } from './rules/index.ts';

// biome-ignore lint/suspicious/noExplicitAny: a plant reaches into a manifest to spoil it.
type Spoil = (one: any) => void;
type Plant = { kind: string; name: string; spoil: Spoil };

const manifests = readManifests('argo', 'k8s');
const inSensor = (name: string, spoil: Spoil): Plant => ({ kind: 'Sensor', name, spoil });
const inRun = (spoil: Spoil): Plant => ({ kind: 'WorkflowTemplate', name: 'auto-ops-incident', spoil });
const inBackup = (spoil: Spoil): Plant => ({ kind: 'WorkflowTemplate', name: 'auto-ops-backup', spoil });
// biome-ignore lint/suspicious/noExplicitAny: Argo's own shape.
const step = (template: any, name: string) =>
  template.spec.templates.find((one: { name: string }) => one.name === name);

const create = (spoil: Spoil) => inSensor('auto-ops-create', (sensor) => spoil(sensor.spec.triggers[0]));
const resume = (spoil: Spoil) => inSensor('auto-ops-resume', (sensor) => spoil(sensor.spec.triggers[0]));
const dependency = (spoil: Spoil) => inSensor('auto-ops-create', (sensor) => spoil(sensor.spec.dependencies[0]));
const deadLetter = (spoil: Spoil) => create((trigger) => spoil(trigger.dlqTrigger));
const intake = (spoil: Spoil) => inSensor('auto-ops-intake', (sensor) => spoil(sensor.spec.triggers[0]));
const submit = (spoil: Spoil) => inSensor('auto-ops-submit', (sensor) => spoil(sensor.spec.triggers[0]));
const inCron = (spoil: Spoil): Plant => ({ kind: 'CronWorkflow', name: 'auto-ops-heartbeat', spoil });
const inGitHub = (spoil: Spoil): Plant => ({
  kind: 'EventSource',
  name: 'auto-ops-github',
  spoil: ({ spec }) => spoil(spec.github.github),
});
const http = { url: 'http://gateway', method: 'POST' };

/** For each rule, what breaks it. */
const plants: Record<keyof typeof rules, readonly Plant[]> = {
  operations: [
    create((trigger) => Object.assign(trigger.template.k8s, { operation: 'delete' })),
    create((trigger) => Object.assign(trigger.template.k8s, { operation: undefined })),
    create((trigger) => Object.assign(trigger, { template: { name: 'create', conditions: 'incident', http } })),
    resume((trigger) => Object.assign(trigger.template.argoWorkflow, { operation: 'terminate' })),
    resume((trigger) => Object.assign(trigger.template.argoWorkflow, { operation: 'submit-from' })),
    resume((trigger) =>
      Object.assign(trigger, { dlqTrigger: { atLeastOnce: true, template: { name: 'dead', log: {} } } }),
    ),
  ],
  atLeastOnce: [
    create((trigger) => Object.assign(trigger, { atLeastOnce: false })),
    create((trigger) => Object.assign(trigger, { dlqTrigger: { template: { name: 'dead', http } } })),
  ],
  retried: [
    create((trigger) => Object.assign(trigger.retryStrategy, { steps: 1 })),
    create((trigger) => Object.assign(trigger.retryStrategy, { duration: 5 })),
    create((trigger) => Object.assign(trigger, { retryStrategy: undefined })),
  ],
  anchoredFilters: [
    dependency(({ filters }) => Object.assign(filters.data[0], { value: ['incident'] })),
    dependency(({ filters }) => Object.assign(filters.data[1], { value: ['^[a-z0-9-]+$', 'x$'] })),
    dependency((one) => Object.assign(one, { filters: undefined })),
    dependency(({ filters }) => Object.assign(filters.data[0], { value: ['^incident|diagnose$'] })),
    dependency(({ filters }) => Object.assign(filters.data[0], { comparator: '!=' })),
    dependency(({ filters }) => Object.assign(filters, { exprs: [{ expr: 'true', fields: [] }] })),
    dependency((one) => Object.assign(one, { filtersLogicalOperator: 'or' })),
  ],
  narrowFilters: [
    dependency(({ filters }) => Object.assign(filters.data[1], { value: ['^.*$'] })),
    dependency(({ filters }) => Object.assign(filters.data[1], { value: ['^[^{}]+$'] })),
    dependency(({ filters }) => Object.assign(filters.data[1], { value: ['^[a-z]*$'] })),
  ],
  ownConditions: [
    create((trigger) => Object.assign(trigger.template, { conditions: undefined })),
    create((trigger) => Object.assign(trigger.template, { conditions: 'incident && decision' })),
  ],
  noFreeText: [
    create((trigger) => Object.assign(trigger.template.k8s.parameters[1].src, { dataKey: 'body.title' })),
    create((trigger) =>
      Object.assign(trigger.template.k8s.parameters[1].src, { dataTemplate: '{{ .Input.body.id }}' }),
    ),
    create((trigger) => Object.assign(trigger.template.k8s.parameters[1], { dest: 'spec.serviceAccountName' })),
    create((trigger) => Object.assign(trigger, { parameters: [{ src: {}, dest: 'k8s.operation' }] })),
    create((trigger) =>
      Object.assign(trigger.template.k8s.parameters[1], { src: { dependencyName: 'incident', contextKey: 'subject' } }),
    ),
    dependency(({ filters }) => filters.data.pop()),
  ],
  deterministicNames: [
    submit((trigger) => trigger.template.argoWorkflow.parameters.pop()),
    submit((trigger) =>
      Object.assign(trigger.template.argoWorkflow.source.resource.metadata, { name: 'review-risk-' }),
    ),
    create((trigger) => Object.assign(trigger.template.k8s.source.resource.metadata, { generateName: 'incident-' })),
    create((trigger) => trigger.template.k8s.parameters.shift()),
  ],
  noVariableInSelector: [
    resume((trigger) =>
      Object.assign(trigger.template.argoWorkflow, { args: ['-l', 'incident={{ .Input.body.id }}'] }),
    ),
    inRun(({ spec }) =>
      Object.assign(spec.affinity.podAffinity.requiredDuringSchedulingIgnoredDuringExecution[0].labelSelector, {
        matchLabels: { incident: '{{workflow.parameters.incident}}' },
      }),
    ),
  ],
  httpStatus: [
    create((trigger) =>
      Object.assign(trigger, { dlqTrigger: { atLeastOnce: true, template: { name: 'dead', http } } }),
    ),
  ],
  authenticatedSources: [
    inGitHub((source) => Object.assign(source, { webhookSecret: undefined })),
    {
      kind: 'EventSource',
      name: 'auto-ops',
      spoil: ({ spec }) => Object.assign(spec.webhook.event, { authSecret: undefined }),
    },
    { kind: 'EventSource', name: 'auto-ops', spoil: ({ spec }) => Object.assign(spec, { github: { hooks: {} } }) },
  ],
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
  knownTemplates: [
    create((trigger) =>
      Object.assign(trigger.template.k8s.source.resource.spec.workflowTemplateRef, { name: 'incident' }),
    ),
    create((trigger) =>
      Object.assign(trigger.template.k8s.source.resource.spec.arguments.parameters[0], { name: 'id' }),
    ),
  ],
  knownEvents: [dependency((one) => Object.assign(one, { eventName: 'run' }))],
  cronWorkflows: [
    inCron(({ spec }) => Object.assign(spec, { timezone: undefined })),
    inCron(({ spec }) => Object.assign(spec, { concurrencyPolicy: 'Allow' })),
    inCron(({ spec }) => Object.assign(spec, { startingDeadlineSeconds: undefined })),
    inCron(({ spec }) => Object.assign(spec, { failedJobsHistoryLimit: undefined })),
    inCron(({ spec }) => Object.assign(spec.workflowSpec, { serviceAccountName: 'actuator-apply' })),
    inCron(({ spec }) => Object.assign(spec.workflowSpec.workflowTemplateRef, { name: 'auto-ops-backup' })),
  ],
  deadLetters: [
    create((trigger) => Object.assign(trigger, { dlqTrigger: undefined })),
    deadLetter((trigger) => Object.assign(trigger.template.http, { url: 'https://elsewhere.example' })),
    deadLetter((trigger) => Object.assign(trigger.template.http, { secureHeaders: undefined })),
    deadLetter((trigger) => Object.assign(trigger.retryStrategy, { steps: 1 })),
    deadLetter((trigger) => Object.assign(trigger.template.http.payload[2].src, { dataKey: 'body.title' })),
    deadLetter((trigger) => trigger.template.http.payload.pop()),
    deadLetter((trigger) => Object.assign(trigger.template.http.payload[0].src, { value: 'somebody' })),
    deadLetter((trigger) => Object.assign(trigger.template.http.payload[2], { src: { dependencyName: 'incident' } })),
  ],
  orderedParameters: [
    intake((trigger) => trigger.template.k8s.source.resource.spec.arguments.parameters.reverse()),
    intake((trigger) => Object.assign(trigger.template.k8s.parameters[1].src, { dataKey: 'body.repository.id' })),
    intake((trigger) =>
      Object.assign(trigger.template.k8s.parameters[1], { dest: 'spec.arguments.parameters.9.value' }),
    ),
  ],
  fewTokens: [
    inRun(({ spec }) => Object.assign(spec, { automountServiceAccountToken: undefined })),
    inRun(({ spec }) => Object.assign(spec, { executor: undefined })),
    inRun((run) => step(run, 'fix').container.volumeMounts.push({ name: 'kubernetes-token', mountPath: '/token' })),
  ],
  cleanedUp: [
    inRun(({ spec }) => Object.assign(spec, { ttlStrategy: undefined })),
    inRun(({ spec }) => Object.assign(spec, { podGC: undefined })),
    inRun(({ spec }) => Object.assign(spec, { volumeClaimGC: undefined })),
  ],
  boundedEvents: [
    inGitHub((source) => Object.assign(source, { apiToken: { name: 'github', key: 'token' } })),
    inGitHub((source) => Object.assign(source.webhook, { maxPayloadSize: undefined })),
    inGitHub((source) => Object.assign(source.webhook, { url: 'https://hooks.example' })),
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
    inRun((run) => step(run, 'apply').container.envFrom.push({ configMapRef: { name: 'auto-ops-settings-of-apply' } })),
    inBackup(({ spec }) => {
      spec.volumes.find(({ name }: { name: string }) => name === 'backup').persistentVolumeClaim.claimName = 'copies';
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
};

describe.each(Object.entries(rules))('%s', (name, rule) => {
  it(`holds: ${rule.title}`, () => {
    expect(rule.check(manifests)).toEqual([]);
  });

  it.each(plants[name as keyof typeof rules].map((plant, index) => [index + 1, plant] as const))(
    'notices when it is broken, %i',
    (_, { kind, name: object, spoil }) => {
      const spoiled = structuredClone(manifests) as Manifest[];
      const target = spoiled.find((one) => one.kind === kind && one.metadata.name === object);
      expect(target).toBeDefined();
      spoil(target);

      const problems = rule.check(spoiled);

      expect(problems.length).toBeGreaterThan(0);
    },
  );
});
