import type { Container, Termination } from './containers-of.ts';

/** The end of a container's latest finished life, the one before where it runs again. */
export function latestEnd(container: Container): Termination | undefined {
  return container.terminated ?? container.lastTerminated;
}
