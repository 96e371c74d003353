import type { Found } from '../discovery.ts';
import type { MarkedWorkload } from './find-workloads.ts';

/** A workload as something that was found. */
export function foundWorkload(
  { workload, by, version }: MarkedWorkload,
  what: string,
  use: Found['use'],
  detail?: string,
): Found {
  const { kind, namespace, name } = workload;
  return {
    what,
    kind,
    namespace,
    name,
    ...(version === undefined ? {} : { version }),
    by,
    use,
    ...(detail === undefined ? {} : { detail }),
  };
}
