import { declaredPorts } from './declared-ports.ts';

/** The number of the port of a pod that a Service's target stands for. */
export function resolveTarget(pod: object, target: number | string): number | undefined {
  return typeof target === 'number' ? target : declaredPorts(pod).find(({ name }) => name === target)?.port;
}
