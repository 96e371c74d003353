import { AutoOpsError, type Coverage, type Evidence, type KubernetesObject } from '@auto-ops/contracts';
import type { KubernetesReader } from '../../cluster-api/kubernetes-reader.ts';
import type { CollectRequest } from '../../specialist.ts';
import { type LogRead, logReads } from './log-reads.ts';
import { parseLog } from './parse-log.ts';
import { rankPods } from './rank-pods.ts';
import { unreachableNodes } from './unreachable-nodes.ts';

const maximumLogs = 40;
const tailLines = 200;
const shortTail = 50;
const maximumBytes = 256 * 1024;
const width = 6;
const budgetMilliseconds = 45_000;

type Outcome = { readonly read: LogRead; readonly evidence?: Evidence; readonly error?: string };

/** Reads the logs that are needed most: bounded in number, lines, bytes and time; what was left out is said in the coverage. */
export async function collectLogs(
  reader: KubernetesReader,
  objects: readonly KubernetesObject[],
  request: CollectRequest,
): Promise<{ readonly evidence: readonly Evidence[]; readonly coverage: readonly Coverage[] }> {
  const wanted = rankPods(objects, request).flatMap(logReads);
  const silent = unreachableNodes(objects);
  const queue = wanted.slice(0, maximumLogs);
  const outcomes: Outcome[] = wanted
    .slice(maximumLogs)
    .map((read) => ({ read, error: `only ${maximumLogs} logs are read` }));
  const deadline = Date.now() + budgetMilliseconds;
  const work = async () => {
    for (let read = queue.shift(); read !== undefined; read = queue.shift()) {
      if (read.node !== undefined && silent.has(read.node))
        outcomes.push({ read, error: `node ${read.node} does not answer` });
      else if (Date.now() > deadline) outcomes.push({ read, error: 'the time for logs was over' });
      else outcomes.push(await readLog(reader, read, request));
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  const namespaces = new Set(objects.filter(({ kind }) => kind === 'Pod').map(({ metadata }) => metadata.namespace));
  return {
    evidence: outcomes.flatMap(({ evidence }) => evidence ?? []),
    coverage: [...namespaces].flatMap((namespace) =>
      namespace === undefined ? [] : [coverageOf(namespace, outcomes)],
    ),
  };
}

async function readLog(reader: KubernetesReader, read: LogRead, request: CollectRequest): Promise<Outcome> {
  const path = `/api/v1/namespaces/${encodeURIComponent(read.namespace)}/pods/${encodeURIComponent(read.pod)}/log`;
  const seconds = Math.ceil((Date.parse(request.capturedAt) - Date.parse(request.window.from)) / 1000);
  const query = {
    container: read.container,
    timestamps: 'true',
    limitBytes: String(maximumBytes),
    ...(read.previous ? { previous: 'true' } : { sinceSeconds: String(Math.max(60, seconds)) }),
  };
  try {
    let lines = tailLines;
    let text = await reader.text(path, { ...query, tailLines: String(lines) });
    // The limit cuts the newest lines off, and those say most: fewer, then.
    if (Buffer.byteLength(text) >= maximumBytes) {
      lines = shortTail;
      text = await reader.text(path, { ...query, tailLines: String(lines) });
    }
    return { read, evidence: logEvidence(text, lines, read, request) };
  } catch (error) {
    if (!(error instanceof AutoOpsError) || error.code === 'KUBERNETES_UNAUTHORIZED') throw error;
    return { read, error: error.message };
  }
}

function logEvidence(
  text: string,
  lines: number,
  read: LogRead,
  request: CollectRequest,
): Extract<Evidence, { kind: 'log' }> {
  const entries = parseLog(request.redactor.text(text));
  const { cluster } = request.incident;
  return {
    id: ['log', read.namespace, read.pod, read.container, ...(read.previous ? ['previous'] : [])].join('/'),
    kind: 'log',
    source: `kubernetes log${read.previous ? ' --previous' : ''} --tail ${lines}`,
    observedAt: request.capturedAt,
    subject: {
      ...(cluster === undefined ? {} : { cluster }),
      apiVersion: 'v1',
      kind: 'Pod',
      namespace: read.namespace,
      name: read.pod,
    },
    body: {
      container: read.container,
      ...(read.previous ? { previous: true } : {}),
      entries,
      ...(entries.length >= lines ? { truncated: true } : {}),
    },
  };
}

function coverageOf(namespace: string, outcomes: readonly Outcome[]): Coverage {
  const own = outcomes.filter(({ read }) => read.namespace === namespace);
  const missing = own.filter(({ error }) => error !== undefined);
  const [first] = missing;
  if (first === undefined) return { kind: 'log', namespace, complete: true };
  const error = `${missing.length} of ${own.length} logs were not read; ${first.read.pod}: ${first.error}`;
  return { kind: 'log', namespace, complete: false, error };
}
