import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { TestCluster } from '../../harness/test-cluster.ts';
import type { Cluster } from '../cluster.ts';
import { type Victim, victims } from './victims.ts';

const run = promisify(execFile);

/** A kill that happened: what died, and of which run where it was a step. */
export interface Kill {
  readonly victim: Victim;
  readonly at: number;
  /** Name of the Workflow and of its node. */
  readonly run?: string;
  readonly node?: string;
}

const services: Readonly<Record<Exclude<Victim, 'step' | 'NATS'>, readonly (readonly [string, string])[]>> = {
  gateway: [['auto-ops', 'app.kubernetes.io/name=auto-ops-gateway']],
  sensor: [
    ['argo-events', 'sensor-name=auto-ops-create'],
    ['argo-events', 'sensor-name=auto-ops-resume'],
  ],
  'event source': [['argo-events', 'eventsource-name=auto-ops']],
  controller: [['argo', 'app=workflow-controller']],
};

const triedAgain = new Set(['propose', 'decide', 'apply', 'undo', 'onExit']);

/** Kills every process of the pod whose uid is the first word. */
const killAll =
  'for file in /proc/[0-9]*/cgroup; do grep -q "$1" "$file" 2>/dev/null && kill -KILL "$(echo "$file" | cut -d/ -f3)"; done; true';

/** Kills things without a warning; `random` chooses where there are several. */
export function createKiller(cluster: Cluster, { environment, reachesNode }: TestCluster, random: () => number) {
  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  /** Runs a script with the functions of the test cluster's own; `in_node` runs something inside its node. */
  const shell = (script: string, ...words: string[]) =>
    run('bash', ['-c', `. "$0/lib.sh"; ${script}`, environment.AUTO_OPS_TEST_CLUSTER ?? '', ...words], {
      env: environment,
    });
  const remove = (namespace: string, ...what: string[]) =>
    cluster.kubectl(['-n', namespace, 'delete', 'pod', ...what, '--grace-period=0', '--force', '--wait=false']);

  /**
   * A pod that is deleted may still end its step in the moment between SIGTERM and SIGKILL. Where the node can be reached every
   * process of the pod is killed at once, as when memory runs out; whether the object is gone too is up to chance. That is done to the
   * steps that are tried again: without another try Argo leaves the graph waiting for outputs, see decision record 0034.
   */
  async function endStep({ pod, uid, node, isRunning }: Step): Promise<void> {
    if (reachesNode && isRunning && triedAgain.has(node)) {
      // The empty word is in every line of every process.
      if (!/^[0-9a-f-]{36}$/.test(uid)) throw new Error(`${pod} has the uid "${uid}"`);
      await shell(`in_node bash -c '${killAll}' kill "$1"`, uid);
      if (random() < 0.5) return;
    }
    await remove('auto-ops', pod);
  }

  return {
    /** Victims that can be reached here: NATS of the test cluster is a process of its node. */
    reachable: victims.filter((victim) => victim !== 'NATS' || reachesNode),
    /** Kills one; undefined where there was none, for example no step that runs. */
    async kill(victim: Victim, runs: readonly string[]): Promise<Kill | undefined> {
      const at = Date.now();
      if (victim === 'step') {
        const step = oneOf(await steps(cluster, runs));
        if (step === undefined) return undefined;
        await endStep(step);
        return { victim, at, run: step.run, node: step.node };
      }
      if (victim === 'NATS') {
        await shell('in_node bash -c "kill -KILL \\$(cat $NODE/nats.pid)"');
        return { victim, at };
      }
      const [namespace, selector] = oneOf(services[victim]) ?? ['', ''];
      await remove(namespace, '-l', selector);
      return { victim, at };
    },
    /** Kills a step of one run as soon as its pod is there and `delay` milliseconds are over; undefined where `isOver` says so first. */
    async killStep(name: string, node: string, delay: number, isOver: () => boolean): Promise<Kill | undefined> {
      while (!isOver()) {
        const found = (await steps(cluster, [name])).find((step) => step.node === node);
        if (found !== undefined) {
          await new Promise((resolve) => setTimeout(resolve, delay));
          await endStep(found);
          return { victim: 'step', at: Date.now(), run: name, node };
        }
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
      return undefined;
    },
  };
}

interface Step {
  readonly pod: string;
  readonly uid: string;
  /** False while there is no process but that of the sandbox. */
  readonly isRunning: boolean;
  readonly run: string;
  readonly node: string;
}

/** The pods of steps that have not ended. */
async function steps({ kubernetes }: Cluster, runs: readonly string[]): Promise<Step[]> {
  const pods = await kubernetes.list('Pod', 'auto-ops', 'workflows.argoproj.io/workflow');
  return pods.flatMap(({ metadata, status }) => {
    const of = metadata.labels?.['workflows.argoproj.io/workflow'] ?? '';
    const { phase } = (status ?? {}) as { phase?: string };
    if (!runs.includes(of) || metadata.deletionTimestamp !== undefined || !['Pending', 'Running'].includes(phase ?? ''))
      return [];
    const annotations = metadata.annotations as Record<string, string> | undefined;
    const node = (annotations?.['workflows.argoproj.io/node-name'] ?? '').replace(/^.*[.](?=[^.]+$)/, '');
    return [
      {
        pod: metadata.name,
        uid: String(metadata.uid),
        isRunning: phase === 'Running',
        run: of,
        node: node.replace(/\(\d+\)$/, ''),
      },
    ];
  });
}
