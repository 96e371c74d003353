import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { KubernetesApi } from '../connection/kubernetes-api.ts';
import { parseAnswer } from '../connection/parse-answer.ts';
import { Workflow } from './workflow.ts';
import type { WorkflowWatcher } from './workflows-client.ts';

const Event = z.object({ type: z.string(), object: z.unknown() });
const Bookmark = z.object({ metadata: z.object({ resourceVersion: z.string() }) });
const longestDelay = 30_000;
const watchSeconds = 290;

/** What following needs. */
export interface Following {
  readonly api: KubernetesApi;
  readonly path: string;
  list(labelSelector?: string): Promise<{ readonly workflows: readonly Workflow[]; readonly resourceVersion: string }>;
  readonly watcher: WorkflowWatcher;
  readonly labelSelector: string | undefined;
  readonly firstDelayMilliseconds: number;
  readonly signal: AbortSignal;
}

/** Lists, watches from there, and starts over whenever it cannot be sure to have seen everything; ends when it is aborted. */
export async function followWorkflows(following: Following): Promise<void> {
  const { list, watcher, labelSelector, firstDelayMilliseconds, signal } = following;
  let failures = 0;
  while (!signal.aborted) {
    try {
      let { workflows, resourceVersion } = await list(labelSelector);
      if (signal.aborted) return;
      watcher.listed(workflows);
      failures = 0;
      // The server ends a watch every few minutes; the next one goes on where it stopped.
      while (!signal.aborted) resourceVersion = await watchOnce(following, resourceVersion);
    } catch (error) {
      if (signal.aborted) return;
      watcher.failed(error as Error);
      failures += 1;
      const ceiling = Math.min(longestDelay, firstDelayMilliseconds * 2 ** (failures - 1));
      await wait(ceiling * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
    }
  }
}

/** One watch; returns the version that the next one goes on from, and throws where that is lost. */
async function watchOnce({ api, path, watcher, labelSelector, signal }: Following, from: string): Promise<string> {
  const query = new URLSearchParams({
    watch: 'true',
    allowWatchBookmarks: 'true',
    timeoutSeconds: String(watchSeconds),
    resourceVersion: from,
  });
  if (labelSelector !== undefined) query.set('labelSelector', labelSelector);
  let version = from;
  const began = performance.now();
  for await (const line of api.lines(`${path}?${query}`, signal)) {
    const { type, object } = parseAnswer(Event, `WATCH ${path}`, line);
    if (type === 'ERROR') throw new Error(`the watch was ended: ${JSON.stringify(object).slice(0, 300)}`);
    version = Bookmark.parse(object).metadata.resourceVersion;
    if (type === 'BOOKMARK') continue;
    const workflow = Workflow.parse(object);
    if (type === 'DELETED') watcher.deleted(workflow);
    else watcher.changed(workflow);
  }
  // A server that closes at once must not be asked in a tight loop.
  if (!signal.aborted && performance.now() - began < 1000) throw new Error('the watch ended at once');
  return version;
}
