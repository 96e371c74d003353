import type { KubernetesApi } from '@auto-ops/argo-workflows-client';
import { AutoOpsError } from '@auto-ops/contracts';
import { z } from 'zod';
import { readRecord } from './read-record.ts';
import { recordAnnotations } from './record-annotations.ts';
import { RecordMetadata } from './record-metadata.ts';
import type { RunLedger } from './run-ledger.ts';

const ConfigMap = z.object({ metadata: RecordMetadata });
const Page = z.object({ metadata: z.object({ continue: z.string().optional() }), items: z.array(ConfigMap) });
// A ConfigMap holds 1 MiB, names and annotations included.
const documentLimit = 900_000;
const pageSize = 50;

/** The ConfigMaps of a namespace. */
export function createRunLedger(api: KubernetesApi, namespace: string): RunLedger {
  const path = `/api/v1/namespaces/${namespace}/configmaps`;

  return {
    async open(incident, record) {
      const document = `${JSON.stringify(incident)}\n`;
      if (Buffer.byteLength(document) > documentLimit) {
        throw new AutoOpsError('DOCUMENT_TOO_LARGE', `incident ${incident.id} has more than ${documentLimit} bytes`);
      }
      const outcome = await api.create(path, {
        apiVersion: 'v1',
        kind: 'ConfigMap',
        metadata: {
          name: record.run,
          namespace,
          labels: {
            'app.kubernetes.io/part-of': 'auto-ops',
            'auto-ops.dev/incident': incident.id,
            'auto-ops.dev/run': record.run,
          },
          annotations: recordAnnotations(record),
        },
        // What a run is about does not change under it.
        immutable: true,
        data: { 'incident.json': document },
      });
      if (outcome === 'created') return record;
      const present = await api.read(ConfigMap, `${path}/${record.run}`);
      return present === undefined ? record : readRecord(present.metadata);
    },
    async list() {
      const records = [];
      let next: string | undefined;
      do {
        const query = new URLSearchParams({ labelSelector: 'auto-ops.dev/run', limit: String(pageSize) });
        if (next !== undefined) query.set('continue', next);
        const page = await api.read(Page, `${path}?${query}`);
        records.push(...(page?.items ?? []).map(({ metadata }) => readRecord(metadata)));
        next = page?.metadata.continue || undefined;
      } while (next !== undefined);
      return records;
    },
    async note(run, change) {
      const body = { metadata: { annotations: recordAnnotations(change) } };
      await api.send({ method: 'PATCH', path: `${path}/${run}`, type: 'application/merge-patch+json', body });
    },
    async remove(run) {
      await api.send({ method: 'DELETE', path: `${path}/${run}` });
    },
  };
}
