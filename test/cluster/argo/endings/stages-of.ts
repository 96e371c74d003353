import type { IncidentView } from '../../harness/service.ts';

type Node = IncidentView['nodes'][number];

const works = new Set(['Pod', 'Suspend', 'Retry']);
const idle = new Set(['Skipped', 'Omitted', 'Pending']);

/**
 * The steps of a run that ran, in stages: a step that began before everything of the stage had ended is of that stage. Tries of a step
 * are one step, and a phase is named where it is not Succeeded; so two engines say the same of one course of events.
 */
export function stagesOf(nodes: readonly Node[]): string[] {
  const retried = new Set(nodes.filter(({ kind }) => kind === 'Retry').map(({ name }) => name));
  const steps = nodes
    .filter(
      ({ kind, phase, name }) =>
        (works.has(kind) && !idle.has(phase) && !retried.has(name.replace(/\(\d+\)$/, ''))) ||
        (retried.has(name) && !idle.has(phase)),
    )
    .filter(({ startedAt }) => startedAt !== undefined)
    .sort((one, other) => timeOf(one.startedAt) - timeOf(other.startedAt));
  const stages: { names: string[]; end: number }[] = [];
  for (const { name, phase, startedAt, finishedAt } of steps) {
    const word = phase === 'Succeeded' ? name : `${name} ${phase}`;
    const end = timeOf(finishedAt);
    const last = stages.at(-1);
    if (last !== undefined && timeOf(startedAt) < last.end) {
      last.names.push(word);
      last.end = Math.max(last.end, end);
    } else stages.push({ names: [word], end });
  }
  return stages.map(({ names }) => names.sort().join(' + '));
}

function timeOf(time: string | undefined): number {
  return time === undefined ? Number.POSITIVE_INFINITY : Date.parse(time);
}
