import { secondsBetween } from '../times/seconds-between.ts';
import type { Container, Termination } from './containers-of.ts';
import { lifeSeconds } from './life-seconds.ts';

/** Ten minutes of running is when the kubelet itself forgets earlier crashes. */
const calmSeconds = 600;

const daySeconds = 86_400;

const startingReasons = new Set(['ContainerCreating', 'PodInitializing']);

/** Whether a container fails at present: it waits with an error, ended badly, or came back too recently to trust it. */
export function isStruggling(container: Container, now: string): boolean {
  if (container.role === 'ephemeral') return false;
  if (container.waiting !== undefined && !startingReasons.has(container.waiting.reason)) return true;
  if (container.terminated !== undefined) return container.terminated.exitCode !== 0;
  const end = container.lastTerminated;
  if (end === undefined || !container.isRunning) return false;
  if (!container.isReady) return end.exitCode !== 0 || container.restarts >= 3;
  return !hasSettled(container, end, now);
}

/** A ready container that came back settles with time; one that keeps coming back has to outlive its earlier lives. */
function hasSettled(container: Container, end: Termination, now: string): boolean {
  const age = secondsBetween(container.runningSince, now);
  if (age === undefined) return true;
  const life = lifeSeconds(end) ?? 0;
  // A second kill for memory is no accident any more.
  const isRepeating = container.restarts >= 3 || (container.restarts === 2 && end.reason === 'OOMKilled');
  if (isRepeating) return age > Math.min(Math.max(calmSeconds, 2 * life), daySeconds);
  return (
    container.spec.readinessProbe !== undefined ||
    end.exitCode === 0 ||
    age > Math.min(Math.max(60, 2 * life), calmSeconds)
  );
}
