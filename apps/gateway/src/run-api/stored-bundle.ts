import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IncidentRecord } from '../store/incident-record.ts';

/** The newest bundle that a run of the incident handed in, or undefined: a retry starts from what an earlier run collected. */
export function storedBundle(folder: string, { incident, run, attempt }: IncidentRecord): string | undefined {
  const earlier = Array.from({ length: Math.max(0, attempt - 1) }, (_, index) => attempt - 1 - index);
  const runs = [run, ...earlier.map((number) => `incident-${incident.id}${number === 1 ? '' : `-${number}`}`)];
  return runs.map((name) => join(folder, 'bundles', `${name}.tar.gz`)).find((file) => existsSync(file));
}
