import { basename } from 'node:path';
import type { Evidence } from '@auto-ops/contracts';
import type { CollectRequest } from '../../specialist.ts';
import type { Git } from './git.ts';

const maximumCommits = 100;
const maximumDiffs = 40;
const maximumDiffLength = 20_000;
const maximumFiles = 200;
/** A change may take a while until it hurts. */
const lead = 24 * 60 * 60 * 1000;

type ChangeEvidence = Extract<Evidence, { kind: 'change' }>;

/** The commits of the window (and a day before it), newest first, with files and bounded diffs. Times are the committers'. */
export async function readCommits(
  git: Git,
  checkout: string,
  request: CollectRequest,
): Promise<{ readonly evidence: readonly ChangeEvidence[]; readonly complete: boolean }> {
  const since = new Date(Date.parse(request.window.from) - lead).toISOString();
  const format = '--format=%H%x1f%cI%x1f%an%x1f%s%x1e';
  const range = [`--since=${since}`, `--until=${request.capturedAt}`, `--max-count=${maximumCommits + 1}`];
  const output = await git(checkout, ['log', format, ...range]);
  const commits = output
    .split('\u001e')
    .map((record) => record.trim().split('\u001f'))
    .filter((fields) => fields.length === 4);
  const evidence: ChangeEvidence[] = [];
  for (const [index, [sha = '', at = '', author = '', title = '']] of commits.slice(0, maximumCommits).entries()) {
    const files = await filesOf(git, checkout, sha);
    const diff = index < maximumDiffs ? await diffOf(git, checkout, sha) : undefined;
    evidence.push({
      id: `change/commit/${sha}`,
      kind: 'change',
      source: 'git log',
      observedAt: request.capturedAt,
      body: {
        id: `commit:${sha}`,
        type: 'commit',
        at: new Date(at).toISOString(),
        title: request.redactor.text(title).slice(0, 500),
        author: request.redactor.text(author).slice(0, 200),
        repository: basename(request.repository ?? checkout),
        files: files.slice(0, maximumFiles),
        ...(diff === undefined ? {} : { diff: request.redactor.text(diff) }),
      },
    });
  }
  return { evidence, complete: commits.length <= maximumCommits };
}

async function filesOf(git: Git, checkout: string, sha: string): Promise<string[]> {
  const words = ['diff-tree', '--root', '--no-commit-id', '--name-only', '-r', '-z', '-m', '--first-parent', sha];
  return (await git(checkout, words)).split('\0').filter((path) => path !== '');
}

async function diffOf(git: Git, checkout: string, sha: string): Promise<string> {
  const words = [
    'diff-tree',
    '--root',
    '--no-commit-id',
    '--patch',
    '-r',
    '-m',
    '--first-parent',
    '--no-ext-diff',
    '--no-textconv',
    '--no-color',
    sha,
  ];
  const diff = await git(checkout, words);
  return diff.length <= maximumDiffLength ? diff : `${diff.slice(0, maximumDiffLength)}\n… cut`;
}
