import type { Change } from '@auto-ops/contracts';
import { componentKey } from '../graph/component-key.ts';
import { epochOf } from '../order/epoch-of.ts';
import { keyOf } from '../subjects/key-of.ts';
import type { EvidenceOf, View } from '../view.ts';
import { belongsTo } from './belongs-to.ts';
import type { CandidateChange } from './candidate-change.ts';
import { type DiffLines, diffLines } from './hazards/diff-lines.ts';
import { hazardsOf } from './hazards/hazards-of.ts';
import { identifiersIn } from './hazards/identifiers-in.ts';
import { isLogOnly } from './hazards/is-log-only.ts';
import { netTokens } from './hazards/net-tokens.ts';
import { onlyLoosens } from './hazards/only-loosens.ts';
import { indexFolders } from './index-folders.ts';

type Recorded = { readonly item: EvidenceOf<'change'>; readonly change: Change; readonly at: number };

/** Paths that never run in production. */
const inert =
  /(^|\/)(docs?|documentation|\.github|\.circleci|testdata|__tests__|fixtures)\/|_test\.\w+$|\.(test|spec)\.\w+$|\.(md|txt|rst|adoc)$|(^|\/)(CODEOWNERS|LICENSE|\.gitignore|\.golangci\.ya?ml|\.editorconfig)$/i;

/** How something looks, not what it does. */
const styles = /\.(css|scss|less|svg|png|jpe?g|gif|html|woff2?)$|(^|\/)(theme|palette|style|colou?rs)[\w-]*\.\w+$/i;
/** Below this share of net change, code only moved. */
const movedOnly = 0.15;

/** `change` evidence as candidates; a commit takes effect with the first deploy that shipped it. */
export function recordedChanges(view: View): readonly CandidateChange[] {
  const recorded = view.evidence('change').flatMap((item): Recorded[] => {
    const at = epochOf(item.body?.at);
    return item.body === undefined || at === undefined ? [] : [{ item, change: item.body, at }];
  });
  const deploys = recorded.filter(
    ({ change }) => change.type === 'deploy' || change.type === 'helm' || change.type === 'image',
  );
  const workloadsIn = indexFolders(view);
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
    const byPath = shipping.length > 0 ? [] : workloadsIn(files);
    const keys = [...new Set([...own, ...byPath, ...shipping.flatMap((deploy) => keysOf(view, deploy.item))])].sort();
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
  const { type, diff = '', files = [], title } = change;
  const kind =
    type === 'commit' || type === 'deploy' || type === 'flag' ? type : type === 'config' ? 'configuration' : 'other';
  const lines = diffLines(diff);
  const net = netTokens(lines);
  const changed = [...net.removed, ...net.added].join(' ');
  return {
    id: change.id,
    title,
    at,
    keys,
    texts: [
      { text: title, weight: 0.5 },
      { text: files.join('\n'), weight: 0.5 },
      { text: changed, weight: 1 },
      { text: [...lines.removed, ...lines.added, ...lines.headers].join('\n'), weight: 0.4 },
    ],
    hazards: hazardsOf(diff, files),
    identifiers: identifiersIn([changed, ...files.flatMap((file) => file.split('/').at(-1) ?? [])].join(' ')),
    substance: substanceOf(files, lines, net.share),
    shippedBy,
    kind,
  };
}

function substanceOf(files: readonly string[], lines: DiffLines, share: number): number {
  if (files.length > 0 && files.every((file) => styles.test(file))) return 0.3;
  if (lines.removed.length + lines.added.length === 0) return 0.8;
  if (isLogOnly(lines)) return 0.35;
  if (onlyLoosens(lines)) return 0.5;
  return share < movedOnly ? 0.5 : 1;
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
