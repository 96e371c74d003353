import type { RunRecord } from './run-record.ts';

/** Annotations that keep these fields of a record. */
export function recordAnnotations(record: Partial<RunRecord>): Record<string, string> {
  const { severity, entrypoint, workflow, decided, cancelled, end } = record;
  return {
    ...(severity !== undefined && { 'auto-ops.dev/severity': severity }),
    ...(entrypoint !== undefined && { 'auto-ops.dev/entrypoint': entrypoint }),
    ...(workflow !== undefined && { 'auto-ops.dev/workflow': workflow }),
    ...(decided !== undefined && { 'auto-ops.dev/decided': decided.join(' ') }),
    ...(cancelled === true && { 'auto-ops.dev/cancelled': 'true' }),
    ...(end !== undefined && { 'auto-ops.dev/end': JSON.stringify(end) }),
  };
}
