import { inObject } from './in-object.ts';
import type { Plant } from './plant.ts';

const trigger = ({ spec }: { spec: { triggers: object[] } }) => spec.triggers[0];
const inRun = inObject('WorkflowTemplate', 'auto-ops-incident');
const create = inObject('Sensor', 'auto-ops-create', trigger);
const resume = inObject('Sensor', 'auto-ops-resume', trigger);
const intake = inObject('Sensor', 'auto-ops-intake', trigger);
const submit = inObject('Sensor', 'auto-ops-submit', trigger);
const dependency = inObject('Sensor', 'auto-ops-create', ({ spec }) => spec.dependencies[0]);
const deadLetter = inObject('Sensor', 'auto-ops-create', ({ spec }) => spec.triggers[0].dlqTrigger);
const inGitHub = inObject('EventSource', 'auto-ops-github', ({ spec }) => spec.github.github);
const http = { url: 'http://gateway', method: 'POST' };

/** What breaks each rule about Sensors and event sources. */
export const eventPlants = {
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
  knownTemplates: [
    create((trigger) =>
      Object.assign(trigger.template.k8s.source.resource.spec.workflowTemplateRef, { name: 'incident' }),
    ),
    create((trigger) =>
      Object.assign(trigger.template.k8s.source.resource.spec.arguments.parameters[0], { name: 'id' }),
    ),
  ],
  knownEvents: [dependency((one) => Object.assign(one, { eventName: 'run' }))],
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
  boundedEvents: [
    inGitHub((source) => Object.assign(source, { apiToken: { name: 'github', key: 'token' } })),
    inGitHub((source) => Object.assign(source.webhook, { maxPayloadSize: undefined })),
    inGitHub((source) => Object.assign(source.webhook, { url: 'https://hooks.example' })),
  ],
} satisfies Record<string, readonly Plant[]>;
