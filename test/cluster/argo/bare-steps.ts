import type { Cluster } from './cluster.ts';
import { until } from './until.ts';
import { workflowPath } from './workflow.ts';

interface Pod {
  metadata: { annotations?: Record<string, string> };
  spec: {
    containers: { name: string; volumeMounts?: { name: string }[]; envFrom?: { secretRef?: object }[] }[];
    volumes?: { name: string; secret?: object; projected?: { sources: object[] } }[];
  };
}

const bare = /[.](route|analyse|fix-\d|check-\d|review-\d)$/;

/**
 * Throws when the main container of a step that needs no credential can read one; gives how many pods were looked at. A run whose
 * plan edits no file has no pod for `check`, so that step is started once on its own.
 */
export async function bareSteps(cluster: Cluster, run: string): Promise<string> {
  const alone = `incident-check-alone-${Date.now().toString(36)}`;
  try {
    await startCheck(cluster, alone, run.replace('incident-', ''));
    const pods = [...(await podsOf(cluster, run)), ...(await podsOf(cluster, alone))];
    for (const pod of pods) refuseCredential(pod);
    const steps = new Set(pods.map((pod) => bare.exec(nodeOf(pod))?.[1]?.replace(/-\d$/, '')));
    const missing = ['route', 'analyse', 'fix', 'check', 'review'].filter((step) => !steps.has(step));
    if (missing.length > 0) throw new Error(`no pod of ${missing.join(', ')} to look at`);
    return `${pods.length} pods`;
  } finally {
    for (const kind of ['Workflow', 'WorkflowTemplate'])
      await cluster.kubernetes.remove({
        apiVersion: 'argoproj.io/v1alpha1',
        kind,
        metadata: { name: kind === 'Workflow' ? alone : aloneTemplate, namespace: 'auto-ops' },
      });
  }
}

const aloneTemplate = 'auto-ops-incident-check-alone';

/** The step as the template of incidents has it, without the others and without a report. */
async function startCheck({ kubernetes }: Cluster, name: string, incident: string): Promise<void> {
  const found = await kubernetes.get('WorkflowTemplate', 'auto-ops', 'auto-ops-incident');
  const { onExit: _, ...spec } = (found as unknown as { spec: { onExit: string; templates: { name: string }[] } }).spec;
  const check = spec.templates.filter((template) => template.name === 'check');
  const task = { name: 'check-1', template: 'check', arguments: { parameters: [{ name: 'attempt', value: '1' }] } };
  await kubernetes.apply({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'WorkflowTemplate',
    metadata: { name: aloneTemplate, namespace: 'auto-ops' },
    spec: { ...spec, templates: [{ name: 'incident', dag: { tasks: [task] } }, ...check] },
  } as never);
  await kubernetes.send('POST', workflowPath(), {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: { name, namespace: 'auto-ops' },
    spec: {
      workflowTemplateRef: { name: aloneTemplate },
      arguments: { parameters: [{ name: 'incident', value: incident }] },
    },
  });
}

async function podsOf({ kubernetes }: Cluster, run: string): Promise<Pod[]> {
  return until(`pods of ${run}`, 30, async () => {
    const pods = await kubernetes.list('Pod', 'auto-ops', `workflows.argoproj.io/workflow=${run}`);
    const found = (pods as unknown as Pod[]).filter((pod) => bare.test(nodeOf(pod)));
    return found.length > 0 ? found : undefined;
  });
}

function nodeOf({ metadata }: Pod): string {
  return metadata.annotations?.['workflows.argoproj.io/node-name'] ?? '';
}

function refuseCredential(pod: Pod): void {
  const { containers, volumes = [] } = pod.spec;
  const secret = new Set(
    volumes
      .filter(
        ({ secret: own, projected }) =>
          own || projected?.sources.some((source) => 'serviceAccountToken' in source || 'secret' in source),
      )
      .map(({ name }) => name),
  );
  const main = containers.find(({ name }) => name === 'main');
  const mounted = (main?.volumeMounts ?? []).filter(({ name }) => secret.has(name));
  if (mounted.length > 0) throw new Error(`${nodeOf(pod)} mounts ${mounted[0]?.name}`);
}
