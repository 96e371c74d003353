import type { Kubernetes } from '../harness/kubernetes.ts';
import type { Checks } from './checks.ts';
import type { Cluster } from './cluster.ts';
import { refused } from './refused.ts';
import { type Workflow, workflowPath } from './workflow.ts';

type Spoil = (workflow: Workflow) => void;

/** What whoever may submit maintenance might try besides. */
const submissions: Record<string, Spoil> = {
  'an incident': ({ metadata, spec }) => {
    Object.assign(metadata, { name: 'incident-x' });
    Object.assign(spec, { workflowTemplateRef: { name: 'auto-ops-incident' } });
  },
  'periodic work': ({ metadata, spec }) => {
    Object.assign(metadata, { name: 'backup-x' });
    Object.assign(spec, { workflowTemplateRef: { name: 'auto-ops-backup' } });
  },
  'work that looks periodic': ({ metadata }) =>
    Object.assign(metadata, {
      name: 'auto-ops-reindex-1795278780',
      ownerReferences: [
        { apiVersion: 'argoproj.io/v1alpha1', kind: 'CronWorkflow', name: 'auto-ops-reindex', uid: 'x' },
      ],
    }),
  'an argument': ({ spec }) => Object.assign(spec, { arguments: { parameters: [{ name: 'x', value: 'y' }] } }),
  'an entry': ({ spec }) => Object.assign(spec, { entrypoint: 'reindex' }),
  'a stored template with another image': (workflow) => storing(workflow, { image: 'other/image:1' }),
  'a stored template with another command': (workflow) => storing(workflow, { command: ['sh'] }),
  'a stored template without its security context': (workflow) => storing(workflow, { securityContext: undefined }),
  'a stored template with one more variable': (workflow) =>
    storing(workflow, { env: [{ name: 'NODE_OPTIONS', value: '--import /tmp/x' }] }),
  'a stored template under another account': (workflow) =>
    storing(workflow, {}, { serviceAccountName: 'actuator-apply' }),
  'a stored template with a sidecar': (workflow) =>
    storing(workflow, {}, { sidecars: [{ name: 'x', image: 'other/image:1', command: ['sh'] }] }),
  'a stored template that puts a token out': (workflow) =>
    storing(
      workflow,
      {},
      { outputs: { parameters: [{ name: 'x', valueFrom: { path: '/var/run/secrets/auto-ops/run-api/token' } }] } },
    ),
  'another stored template': (workflow) => {
    const [stored] = Object.values((workflow.status as { storedTemplates: object }).storedTemplates);
    Object.assign(workflow, { status: { storedTemplates: { 'namespaced/auto-ops-backup/backup': stored } } });
  },
};

/** Changes the container and the template that a Workflow brings along. */
function storing(workflow: Workflow, container: object, template: object = {}): void {
  const { storedTemplates } = workflow.status as unknown as { storedTemplates: Record<string, { container: object }> };
  for (const stored of Object.values(storedTemplates)) {
    Object.assign(stored.container, container);
    Object.assign(stored, template);
  }
}

/** A Workflow as the Argo Server hands it on: with the template that it has looked up. */
async function submittedWorkflow(cluster: Cluster): Promise<Workflow> {
  const path = '/apis/argoproj.io/v1alpha1/namespaces/auto-ops/workflowtemplates/auto-ops-reindex';
  const { spec } = JSON.parse(await cluster.kubernetes.send('GET', path)) as {
    spec: { templates: { container: object }[] };
  };
  const [template] = spec.templates;
  const stored = { ...template, inputs: {}, container: { ...template?.container, name: '' } };
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: { name: 'reindex-x', namespace: 'auto-ops' },
    spec: { workflowTemplateRef: { name: 'auto-ops-reindex' }, arguments: {} },
    status: {
      startedAt: null,
      finishedAt: null,
      storedTemplates: { 'namespaced/auto-ops-reindex/reindex': stored },
    },
  } as unknown as Workflow;
}

/** Submitting by the Argo Server's caller: maintenance as its template is, and nothing else; `sensor` is that caller. */
export async function checkSubmissions(checks: Checks, cluster: Cluster, sensor: Kubernetes): Promise<void> {
  const submitted = await submittedWorkflow(cluster);
  await checks.check("the Sensor's token can submit maintenance, with the template that Argo looked up", async () => {
    await sensor.send('POST', `${workflowPath()}?dryRun=All`, submitted);
    return undefined;
  });
  for (const [what, spoil] of Object.entries(submissions)) {
    const workflow = structuredClone(submitted);
    spoil(workflow);
    await checks.check(`it cannot submit ${what}`, () =>
      refused(sensor.send('POST', `${workflowPath()}?dryRun=All`, workflow), /auto-ops-workflow-(shape|stored)/),
    );
  }
}
