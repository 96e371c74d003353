import type { Analysis, BundleManifest, Cause } from '@auto-ops/contracts';
import { termsOf } from '../changes/terms-of.ts';
import { compareText } from '../order/compare-text.ts';
import type { Runbook } from './runbook.ts';

const most = 5;
/** What words alone can come to: less than a page that names the alert or the cause. */
const byWords = 0.7;
const least = 0.25;

/** What a runbook is looked for by. */
export interface RunbookQuestion {
  readonly manifest: Pick<BundleManifest, 'alerts' | 'question'>;
  readonly causes: readonly Pick<Cause, 'code' | 'statement'>[];
}

/**
 * The pages that fit, best first, at most five: one that names the alert or the cause goes before one that shares its words, where rare
 * words count more. Scores are from 0 to 1.
 */
export function rankRunbooks(
  runbooks: readonly Runbook[],
  { manifest, causes }: RunbookQuestion,
): Analysis['runbooks'] {
  const firing = manifest.alerts.filter((alert) => alert.status === 'firing').map((alert) => alert.name);
  const [first, ...others] = causes;
  const wanted = new Set(
    termsOf([...firing, manifest.question ?? '', first?.code ?? '', first?.statement ?? ''].join(' ')),
  );
  const pages = runbooks.map(({ id, text }) => ({ id, text, terms: new Set(termsOf(`${id} ${text}`)) }));
  const weights = new Map([...wanted].map((term) => [term, weightOf(term, pages)]));
  const all = [...weights.values()].reduce((sum, weight) => sum + weight, 0);

  return pages
    .map(({ id, text, terms }) => {
      const shared = [...wanted].filter((term) => terms.has(term));
      const words = shared.length < 2 ? 0 : shared.reduce((sum, term) => sum + (weights.get(term) ?? 0), 0) / all;
      const head = `${id} ${titleOf({ id, text })}`;
      const score = Math.max(
        firing.some((name) => names(head, name)) ? 1 : firing.some((name) => names(text, name)) ? 0.9 : 0,
        first !== undefined && names(`${head} ${text}`, first.code) ? 0.8 : 0,
        others.some(({ code }) => names(`${head} ${text}`, code)) ? 0.5 : 0,
        words * byWords,
      );
      return { id, title: titleOf({ id, text }), score: Math.round(score * 100) / 100 };
    })
    .filter(({ score }) => score >= least)
    .sort((one, other) => other.score - one.score || compareText(one.id, other.id))
    .slice(0, most);
}

/** A term that every page has says nothing. */
function weightOf(term: string, pages: readonly { readonly terms: ReadonlySet<string> }[]): number {
  const having = pages.filter(({ terms }) => terms.has(term)).length;
  return Math.log(1 + pages.length / (1 + having));
}

/** Whether a text has a name as a word of its own. */
function names(text: string, name: string): boolean {
  for (let at = text.indexOf(name); name !== '' && at >= 0; at = text.indexOf(name, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + name.length]];
    if (!/[\w-]/.test(before) && !/[\w-]/.test(after)) return true;
  }
  return false;
}

function titleOf({ id, text }: Runbook): string {
  const title = /^#{1,2} +(.+)$/m.exec(text)?.[1]?.trim();
  return (title === undefined || title === '' ? id : title).slice(0, 200);
}
