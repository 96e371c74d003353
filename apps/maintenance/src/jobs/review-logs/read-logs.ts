import { AutoOpsError } from '@auto-ops/contracts';
import { type KubernetesReader, type LogRead, logReads, type PodShape, parseLog } from '@auto-ops/evidence';
import type { Redactor } from '@auto-ops/redaction';
import type { Origin, Tally } from './tally.ts';
import { workloadOf } from './workload-of.ts';

const width = 4;
const tailLines = 10_000;
const bytesOfLog = 4 * 1024 * 1024;
const bytesInAll = 256 * 1024 * 1024;
const budgetMilliseconds = 8 * 60_000;

/** What is read, by what, and how far back. */
export interface LogQuestion {
  readonly reader: KubernetesReader;
  readonly redactor: Redactor;
  readonly hours: number;
  readonly signal: AbortSignal;
}

/** Reads the present and previous logs of pods, each redacted as a whole before anything of it is kept; bounded in lines, bytes and time. */
export async function readLogs(
  pods: readonly PodShape[],
  tally: Tally,
  { reader, redactor, hours, signal }: LogQuestion,
): Promise<{ readonly isPartial: boolean; readonly failures: readonly string[] }> {
  const queue = pods.flatMap((pod) => {
    const origin: Origin = { namespace: pod.metadata.namespace, workload: workloadOf(pod) };
    return logReads({ pod, rank: 0 }).map((read) => ({ read, origin }));
  });
  const deadline = Date.now() + budgetMilliseconds;
  const failures: string[] = [];
  let bytes = 0;
  let isPartial = false;
  const work = async () => {
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      signal.throwIfAborted();
      if (Date.now() > deadline || bytes > bytesInAll) {
        isPartial = true;
        continue;
      }
      const { read, origin } = next;
      const text = await textOf(reader, read, hours).catch((error: unknown) => {
        if (!(error instanceof AutoOpsError) || error.code === 'KUBERNETES_UNAUTHORIZED') throw error;
        failures.push(`${read.namespace}/${read.pod}/${read.container}: ${error.message}`);
        return '';
      });
      bytes += text.length;
      const lines = parseLog(redactor.text(text));
      if (lines.length >= tailLines || Buffer.byteLength(text) >= bytesOfLog) isPartial = true;
      tally.add(lines, origin);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  return { isPartial: isPartial || failures.length > 0, failures };
}

function textOf(reader: KubernetesReader, read: LogRead, hours: number): Promise<string> {
  const path = `/api/v1/namespaces/${encodeURIComponent(read.namespace)}/pods/${encodeURIComponent(read.pod)}/log`;
  return reader.text(path, {
    container: read.container,
    timestamps: 'true',
    sinceSeconds: String(hours * 3600),
    tailLines: String(tailLines),
    limitBytes: String(bytesOfLog),
    ...(read.previous ? { previous: 'true' } : {}),
  });
}
