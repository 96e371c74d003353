import type { Workflow, WorkflowsClient } from '@auto-ops/argo-workflows-client';
import type { MaintenanceRun, MaintenanceRunner, MaintenanceTask } from '@auto-ops/contracts';
import type { Logger } from '@auto-ops/runtime';
import type { EventSource } from '../argo/event-source.ts';

/** What maintenance in a cluster needs of its surroundings. */
export interface ArgoMaintenanceOptions {
  readonly workflows: Pick<WorkflowsClient, 'get' | 'create'>;
  readonly events: EventSource;
  readonly logger: Logger;
  readonly clock?: () => number;
  /** Milliseconds from each event to the next try; after the last one the Workflow is created directly. */
  readonly pauses?: readonly number[];
}

interface Tries {
  readonly count: number;
  readonly at: number;
}

const templatePrefix = 'auto-ops-';
const usualPauses = [10_000, 20_000, 30_000];

/**
 * Maintenance as Workflows: an event makes a Sensor submit the one of a task, and what an event loses is repaired, at last by creating
 * it. Task, event and Workflow share a name, so whatever happens twice has happened once. Throws KUBERNETES_*.
 */
export function createArgoMaintenanceRunner(options: ArgoMaintenanceOptions): MaintenanceRunner {
  const { workflows, events, logger, clock = Date.now, pauses = usualPauses } = options;
  const tries = new Map<string, Tries>();
  const seen = new Set<string>();

  async function look(run: string): Promise<MaintenanceRun> {
    const workflow = await workflows.get(run);
    return workflow === undefined ? { phase: 'absent' } : runOf(workflow);
  }

  async function post({ run, job }: MaintenanceTask): Promise<void> {
    if (job !== 'reindex' && job !== 'review-risk') return create({ run, job });
    try {
      await events.post({ id: run.slice(job.length + 1), kind: job });
      logger.info({ run }, 'A maintenance run was posted');
    } catch (error) {
      logger.warn({ err: error, run }, 'A maintenance run could not be posted; it is tried again');
    }
  }

  async function create({ run, job }: Pick<MaintenanceTask, 'run' | 'job'>): Promise<void> {
    const outcome = await workflows.create({
      name: run,
      template: `${templatePrefix}${job}`,
      parameters: {},
      labels: { 'app.kubernetes.io/part-of': 'auto-ops' },
    });
    logger.warn({ run, outcome }, 'No event made the Workflow of maintenance, so the gateway did');
  }

  return {
    look,
    async submit(task) {
      const { run } = task;
      const present = await look(run);
      if (present.phase !== 'absent') {
        tries.delete(run);
        if (present.phase === 'running') seen.add(run);
        else seen.delete(run);
        return present;
      }
      if (seen.delete(run)) return { phase: 'failed', message: 'its Workflow was removed' };
      const tried = tries.get(run);
      const pause = tried === undefined ? 0 : (pauses[tried.count - 1] ?? pauses.at(-1) ?? 0);
      if (tried !== undefined && clock() - tried.at < pause) return present;
      tries.set(run, { count: (tried?.count ?? 0) + 1, at: clock() });
      if ((tried?.count ?? 0) < pauses.length) await post(task);
      else await create(task);
      return present;
    },
    close: async () => undefined,
  };
}

function runOf({ status: { phase, message } }: Workflow): MaintenanceRun {
  if (phase === 'Succeeded') return { phase: 'succeeded' };
  if (phase === 'Failed' || phase === 'Error')
    return { phase: 'failed', message: message ?? `its Workflow is ${phase}` };
  return { phase: 'running' };
}
