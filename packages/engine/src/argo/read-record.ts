import { Severity } from '@auto-ops/contracts';
import { z } from 'zod';
import type { RecordMetadata } from './record-metadata.ts';
import type { RunRecord } from './run-record.ts';

const End = z.object({
  phase: z.enum(['Succeeded', 'Failed']),
  message: z.string().optional(),
  finishedAt: z.string(),
  noticedAt: z.string(),
});

/** The record that a ConfigMap keeps; an annotation that somebody spoiled counts as absent. */
export function readRecord({ name, creationTimestamp, labels, annotations }: RecordMetadata): RunRecord {
  const of = (key: string): string | undefined => annotations[`auto-ops.dev/${key}`];
  return {
    run: name,
    incident: labels['auto-ops.dev/incident'] ?? name,
    createdAt: creationTimestamp,
    severity: Severity.safeParse(of('severity')).data,
    entrypoint: of('entrypoint'),
    workflow: of('workflow'),
    decided: of('decided')?.split(' ').filter(Boolean),
    cancelled: of('cancelled') === 'true',
    end: endOf(of('end')),
  };
}

function endOf(text: string | undefined): RunRecord['end'] {
  if (text === undefined) return undefined;
  try {
    return End.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
