import { fieldsAt } from '../fields/fields-at.ts';
import { quantityOf } from '../fields/quantity-of.ts';
import { containersOf } from '../pods/containers-of.ts';

/** What a pod asks for of a resource: the sum of its containers, or its largest init container, plus overhead. */
export function requestOf(pod: object, resource: string): number {
  const containers = containersOf(pod);
  const amount = (spec: unknown) =>
    quantityOf(fieldsAt(spec, 'resources', 'requests')[resource]) ??
    quantityOf(fieldsAt(spec, 'resources', 'limits')[resource]) ??
    0;
  const sum = (role: string) =>
    containers.filter((container) => container.role === role).reduce((total, { spec }) => total + amount(spec), 0);
  const sidecars = sum('sidecar');
  const initial = Math.max(0, ...containers.filter(({ role }) => role === 'init').map(({ spec }) => amount(spec)));
  const overhead = quantityOf(fieldsAt(pod, 'spec', 'overhead')[resource]) ?? 0;
  return Math.max(sum('main') + sidecars, initial + sidecars) + overhead;
}
