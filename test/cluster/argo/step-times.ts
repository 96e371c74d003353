import type { Workflow } from './workflow.ts';

/** How long the run took by its Workflow's own clock, and each pod with the wait before it, in seconds. */
export interface StepTimes {
  readonly steps: readonly { name: string; seconds: number }[];
  /** From the start of the Workflow to the suspended approval. */
  readonly toApproval: number;
  /** From the decision step to the end of the run, the exit handler included. */
  readonly afterApproval: number;
}

/** Reads the times out of a Workflow that has ended or waits. */
export function stepTimes({ status }: Workflow): StepTimes {
  const nodes = Object.values(status?.nodes ?? {});
  const at = (time: string | undefined) => (time ? Date.parse(time) / 1000 : Number.NaN);
  const wait = nodes.find((node) => node.displayName === 'approve');
  const pods = nodes
    .filter((node) => node.type === 'Pod' && node.finishedAt)
    .sort((a, b) => at(a.startedAt) - at(b.startedAt));
  return {
    steps: pods.map((node) => ({ name: node.displayName, seconds: at(node.finishedAt) - at(node.startedAt) })),
    toApproval: at(wait?.startedAt) - at(status?.startedAt),
    afterApproval: at(status?.finishedAt) - at(wait?.finishedAt),
  };
}
