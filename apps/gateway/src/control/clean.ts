import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Logger } from '@auto-ops/runtime';
import type { OpenedEngine } from '../engine/opened-engine.ts';
import type { Store } from '../store/open-store.ts';

/** What is cleaned. */
export interface CleaningParts {
  readonly store: Pick<Store, 'journal' | 'comments'>;
  /** Folder of the bundles that runs handed in. */
  readonly bundles: string;
  readonly forget: OpenedEngine['forget'];
  readonly logger: Logger;
  readonly clock: () => Date;
}

const day = 24 * 3_600_000;
/** How long deliveries, runs and bundles are kept. Incidents, decisions, reports and the audit stay. */
const keptDays = 30;

/** Removes what is older than thirty days: deliveries that are settled, workspaces and logs of ended runs, bundles. */
export async function clean({ store, bundles, forget, logger, clock }: CleaningParts): Promise<void> {
  const before = new Date(clock().getTime() - keptDays * day);
  const deliveries = store.journal.prune(before.toISOString());
  store.comments.prune(before.toISOString());
  const runs = (await forget?.(before)) ?? [];
  let files = 0;
  for (const name of await readdir(bundles).catch(() => [])) {
    const path = join(bundles, name);
    if ((await stat(path)).mtime >= before) continue;
    await rm(path, { force: true });
    files += 1;
  }
  if (deliveries + runs.length + files > 0)
    logger.info(
      { deliveries, runs: runs.length, bundles: files, before },
      'what was older than thirty days is removed',
    );
}
