import type { Kubernetes } from '../harness/kubernetes.ts';
import type { Checks } from './checks.ts';
import type { Cluster } from './cluster.ts';
import { refused } from './refused.ts';
import { checkSubmissions } from './submission-checks.ts';
import { until } from './until.ts';
import { waitingTemplate, waitingWorkflow } from './waiting-template.ts';
import { readWorkflow, type Workflow, type WorkflowNode, workflowPath } from './workflow.ts';

type Spoil = (workflow: Workflow) => void;

const nodeOf = (workflow: Workflow, name: string) =>
  Object.values(workflow.status?.nodes ?? {}).find((node) => node.displayName === name) as WorkflowNode;

/** What whoever may only wake a run might try instead. */
const rewrites: Record<string, Spoil> = {
  'the stored template': ({ status }) =>
    Object.assign(status?.storedWorkflowTemplateSpec ?? {}, { serviceAccountName: 'actuator-apply' }),
  'the arguments': ({ spec }) => Object.assign(spec.arguments.parameters[0], { value: 'other' }),
  'a field of the spec': ({ spec }) => Object.assign(spec, { podSpecPatch: '{}' }),
  'the template that is named': ({ spec }) => Object.assign(spec.workflowTemplateRef, { name: 'auto-ops-other' }),
  "another node's outputs": (workflow) =>
    Object.assign(nodeOf(workflow, 'first'), { outputs: { parameters: [{ name: 'next', value: 'apply' }] } }),
  "another node's phase": (workflow) => Object.assign(nodeOf(workflow, 'first'), { phase: 'Failed' }),
  'the suspended node into a failed one': (workflow) => Object.assign(nodeOf(workflow, 'approve'), { phase: 'Failed' }),
  'the type of the suspended node': (workflow) =>
    Object.assign(nodeOf(workflow, 'approve'), { type: 'Pod', phase: 'Succeeded' }),
  'a node into being': ({ status }) =>
    Object.assign(status?.nodes ?? {}, {
      'incident-1': {
        id: 'incident-1',
        name: 'decide',
        startedAt: null,
        finishedAt: null,
        displayName: 'decide',
        type: 'Pod',
        phase: 'Succeeded',
      },
    }),
  'a node out of being': (workflow) => {
    delete workflow.status?.nodes?.[nodeOf(workflow, 'first').id];
  },
  'the phase of the run': ({ status }) => Object.assign(status ?? {}, { phase: 'Succeeded' }),
  'a label': ({ metadata }) => Object.assign(metadata.labels ?? {}, { 'workflows.argoproj.io/completed': 'true' }),
  'an annotation': (workflow) =>
    Object.assign(workflow.metadata, { annotations: { 'workflows.argoproj.io/description': 'x' } }),
  'the end of the run': ({ spec }) => Object.assign(spec, { shutdown: 'Terminate' }),
};

/** What whoever may create a run might try besides. */
const shapes: Record<string, Spoil> = {
  'an account of its own': ({ spec }) => Object.assign(spec, { serviceAccountName: 'actuator-apply' }),
  'a patch of the pods': ({ spec }) =>
    Object.assign(spec, { podSpecPatch: '{"containers":[{"name":"main","image":"other"}]}' }),
  'templates of its own': ({ spec }) => Object.assign(spec, { templates: [], entrypoint: 'x' }),
  'a single step as its entry': ({ spec }) => Object.assign(spec, { entrypoint: 'apply' }),
  'a template of somebody else': ({ spec }) => Object.assign(spec.workflowTemplateRef, { name: 'other' }),
  'a template expression as a parameter': ({ spec }) =>
    Object.assign(spec.arguments.parameters[0], { value: '{{=1+1}}' }),
  'a name of other work': ({ metadata }) => Object.assign(metadata, { name: 'reindex-x' }),
  'an owner': ({ metadata }) =>
    Object.assign(metadata, {
      ownerReferences: [
        { apiVersion: 'argoproj.io/v1alpha1', kind: 'CronWorkflow', name: 'auto-ops-backup', uid: 'x' },
      ],
    }),
  'a name that is made up': ({ metadata }) => Object.assign(metadata, { name: undefined, generateName: 'incident-' }),
  'a status': (workflow) => Object.assign(workflow, { status: { phase: 'Succeeded' } }),
};

/** Admission: who may create may only name a template, who may wake may only wake, and waking works. */
export async function checkAdmission(checks: Checks, cluster: Cluster): Promise<void> {
  const { kubernetes } = cluster;
  const id = `wait-${Date.now().toString(36)}`;
  const sensor = await cluster.as('argo-events', 'sensor-argo-server');
  const gateway = await cluster.as('auto-ops', 'gateway');
  const clients: readonly Kubernetes[] = [sensor, gateway];
  try {
    await kubernetes.apply(waitingTemplate);
    // A policy that was applied a moment ago is not enforced yet.
    await until('policy in force', 60, async () => {
      const workflow = structuredClone(waitingWorkflow(`${id}-x`)) as Workflow;
      shapes['an account of its own']?.(workflow);
      return gateway.send('POST', `${workflowPath()}?dryRun=All`, workflow).then(
        () => undefined,
        () => true,
      );
    });
    for (const [what, spoil] of Object.entries(shapes)) {
      const workflow = structuredClone(waitingWorkflow(`${id}-x`)) as Workflow;
      spoil(workflow);
      await checks.check(`a run cannot be created with ${what}`, () =>
        refused(gateway.send('POST', workflowPath(), workflow), /auto-ops-workflow-shape/),
      );
    }
    await checkSubmissions(checks, cluster, sensor);
    await gateway.send('POST', workflowPath(), waitingWorkflow(id));
    await until('suspended run', 30, async () => {
      const found = await readWorkflow(cluster, `incident-${id}`);
      return found && nodeOf(found, 'approve')?.phase === 'Running' ? found : undefined;
    });
    for (const [what, spoil] of Object.entries(rewrites)) {
      await checks.check(`the Sensor's token cannot change ${what}`, async () => {
        const workflow = (await readWorkflow(cluster, `incident-${id}`)) as Workflow;
        spoil(workflow);
        return refused(sensor.send('PUT', workflowPath(`incident-${id}`), workflow), /auto-ops-workflow-wake/);
      });
    }
    await checks.check('the gateway cannot change the stored template', async () => {
      const workflow = (await readWorkflow(cluster, `incident-${id}`)) as Workflow;
      rewrites['the stored template']?.(workflow);
      return refused(gateway.send('PUT', workflowPath(`incident-${id}`), workflow), /auto-ops-workflow-wake/);
    });
    await checks.check('the gateway cannot write the settings of a step', () =>
      refused(
        gateway.send(
          'PATCH',
          '/api/v1/namespaces/auto-ops/configmaps/auto-ops-actuator',
          { data: { AUTO_OPS_DECISION_PUBLIC_KEYS: 'mine=spki:AA==' } },
          'application/merge-patch+json',
        ),
        /auto-ops-gateway-configmaps/,
      ),
    );
    await checks.check("the Sensor's token can end the suspended node", async () => {
      const workflow = (await readWorkflow(cluster, `incident-${id}`)) as Workflow;
      const now = `${new Date().toISOString().slice(0, 19)}Z`;
      Object.assign(nodeOf(workflow, 'approve'), { phase: 'Succeeded', finishedAt: now, message: 'woken' });
      await sensor.send('PUT', workflowPath(`incident-${id}`), workflow);
      await until('end of the run', 30, async () =>
        (await readWorkflow(cluster, `incident-${id}`))?.status?.phase === 'Succeeded' ? true : undefined,
      );
      return undefined;
    });
  } finally {
    for (const client of clients) client.close();
    await kubernetes.send('DELETE', workflowPath(`incident-${id}`)).catch(() => undefined);
    await kubernetes.remove(waitingTemplate);
  }
}
