import type { Change } from '@auto-ops/contracts';
import { componentKey } from '../graph/component-key.ts';
import { epochOf } from '../order/epoch-of.ts';
import { keyOf } from '../subjects/key-of.ts';
import type { EvidenceOf, View } from '../view.ts';
import { belongsTo } from './belongs-to.ts';
import type { CandidateChange } from './candidate-change.ts';
import { changedLines } from './changed-lines.ts';

type Recorded = { readonly item: EvidenceOf<'change'>; readonly change: Change; readonly at: number };

/** Paths that never run in production. */
const inert =
  /(^|\/)(docs?|documentation|\.github|\.circleci|testdata|__tests__|fixtures)\/|_test\.\w+$|\.(test|spec)\.\w+$|\.(md|txt|rst|adoc)$|(^|\/)(CODEOWNERS|LICENSE|\.gitignore|\.golangci\.ya?ml|\.editorconfig)$/i;

/** `change` evidence as candidates; a commit takes effect with the first deploy that shipped it. */
export function recordedChanges(view: View): readonly CandidateChange[] {
  const recorded = view.evidence('change').flatMap((item): Recorded[] => {
    const at = epochOf(item.body?.at);
    return item.body === undefined || at === undefined ? [] : [{ item, change: item.body, at }];
  });
  const deploys = recorded.filter(
    ({ change }) => change.type === 'deploy' || change.type === 'helm' || change.type === 'image',
  );
  return recorded.flatMap(({ item, change, at }): CandidateChange[] => {
    const own = keysOf(view, item);
    if (change.type !== 'commit') return [candidate(change, at, own, [])];
    const files = change.files ?? [];
    if (files.length > 0 && files.every((file) => inert.test(file))) return [];
    const hash = change.id.replace(/^commit:/, '');
    const named = deploys.filter((deploy) => (deploy.change.commits ?? []).some((commit) => sameCommit(commit, hash)));
    // A deploy ships what was merged before it, also where only its last commit is recorded.
    const implied = deploys.filter(
      (deploy) => deploy.at >= at && deployComponents(deploy).some((name) => belongsTo(files, name)),
    );
    const shipping = named.length > 0 ? named : implied;
    const first = shipping.toSorted((left, right) => left.at - right.at)[0];
    const keys = [...new Set([...own, ...shipping.flatMap((deploy) => keysOf(view, deploy.item))])].sort();
    return [
      candidate(
        change,
        first === undefined ? at : Math.max(first.at, at),
        keys,
        shipping.map((deploy) => deploy.change.id).sort(),
      ),
    ];
  });
}

function candidate(change: Change, at: number, keys: readonly string[], shippedBy: readonly string[]): CandidateChange {
  const { type } = change;
  const kind =
    type === 'commit' || type === 'deploy' || type === 'flag' ? type : type === 'config' ? 'configuration' : 'other';
  return {
    id: change.id,
    title: change.title,
    at,
    keys,
    texts: [
      { text: change.title, weight: 0.7 },
      { text: (change.files ?? []).join('\n'), weight: 0.6 },
      ...changedLines(change.diff ?? ''),
    ],
    shippedBy,
    kind,
  };
}

function keysOf(view: View, { subject, body }: EvidenceOf<'change'>): readonly string[] {
  if (subject !== undefined) return [subject.kind === 'Component' ? componentKey(view, subject.name) : keyOf(subject)];
  const service = body?.service ?? body?.component;
  return typeof service === 'string' ? [componentKey(view, service)] : [];
}

function deployComponents({ item, change }: Recorded): readonly string[] {
  const [, what] = change.id.split(':');
  return [item.subject?.name, what].filter((name): name is string => name !== undefined && name !== '');
}

function sameCommit(left: string, right: string): boolean {
  return left.length >= 7 && right.length >= 7 && (left.startsWith(right) || right.startsWith(left));
}
