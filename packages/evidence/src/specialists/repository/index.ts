import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Collected, CollectRequest, Specialist } from '../../specialist.ts';
import { createGit } from './git.ts';
import { layCheckout } from './lay-checkout.ts';
import { readCommits } from './read-commits.ts';

/** Lays a clean working tree of the repository beside its evidence, at `repository/`, and tells of the commits of the window. */
export const specialist: Specialist = {
  name: 'repository',
  zone: 'source',
  isRoutine: false,
  kinds: ['change'],
  rights: [],
  collect,
};

async function collect(request: CollectRequest): Promise<Collected> {
  const { repository, folder, capturedAt, signal, searchPath } = request;
  if (repository === undefined) {
    return { evidence: [], coverage: [{ kind: 'change', complete: false, error: 'no repository is configured' }] };
  }
  const recorded = await request.readRecorded();
  const configuration = join(folder, 'gitconfig');
  // Checkouts belong to whoever mounted them; git itself only reads here.
  writeFileSync(configuration, '[safe]\n\tdirectory = *\n');
  try {
    const date = recorded?.manifest.capturedAt ?? capturedAt;
    const git = createGit({ searchPath, configuration, date, signal });
    const checkout = join(folder, 'repository');
    const { hasHistory } = await layCheckout(git, repository, checkout);
    const now = { ...request, capturedAt: date };
    const isRecorded = recorded?.evidence.some((item) => item.kind === 'change') ?? false;
    const commits = hasHistory && !isRecorded ? await readCommits(git, checkout, now) : undefined;
    return {
      evidence: commits?.evidence ?? [],
      coverage: commits === undefined ? [] : [{ kind: 'change', complete: commits.complete, repository }],
      capturedAt: date,
    };
  } finally {
    rmSync(configuration, { force: true });
  }
}
