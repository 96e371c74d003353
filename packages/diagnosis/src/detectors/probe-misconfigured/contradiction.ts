import type { ProbeAnswer } from '../../kubernetes/probes/probe-answer.ts';
import type { Probe } from '../../kubernetes/probes/probe-of.ts';

/**
 * What a container does instead of what its probe asks for, as the end of a sentence; undefined where the failures do
 * not speak against the probe (the container is slow, says itself that it is not ready, or never listens).
 */
export function contradiction(
  probe: Probe,
  answers: ReadonlySet<ProbeAnswer>,
  served: readonly number[],
  isLogged: boolean,
): string | undefined {
  if (probe.action === 'exec') return answers.has('not-executable') ? 'has no such command or file' : undefined;
  if (answers.has('not-found')) return `answers that ${probe.path ?? '/'} does not exist`;
  if (answers.has('wrong-scheme')) return 'speaks another scheme there';
  if (probe.port === undefined)
    return probe.portName === undefined ? undefined : `declares no port of the name ${probe.portName}`;
  if (!answers.has('refused') && !answers.has('timeout')) return undefined;
  if (served.length === 0 || served.includes(probe.port)) return undefined;
  return `${isLogged ? 'listens on' : 'declares'} ${served.join(', ')}`;
}
