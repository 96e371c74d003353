import type { Cause, Subject } from '@auto-ops/contracts';
import type { RankedChange } from '../changes/rank-changes.ts';
import type { Candidate } from '../ranking/rank-findings.ts';
import type { View } from '../view.ts';
import type { NoFault } from './no-fault.ts';

/** What a summary is made of. */
export interface Told {
  readonly verdict: 'identified' | 'suspected' | 'unknown' | 'no-fault';
  readonly cause?: Cause | undefined;
  readonly candidate?: Candidate | undefined;
  readonly affected: readonly Subject[];
  readonly changes: readonly RankedChange[];
  readonly noFault?: NoFault | undefined;
  readonly findings: number;
}

/** Two sentences for a person, with names and numbers. */
export function summarise(view: View, told: Told): string {
  const { verdict, cause } = told;
  if (verdict === 'no-fault')
    return `No fault: ${sentence(told.noFault?.reason ?? 'nothing is wrong')} ${told.findings === 0 ? 'No detector found anything wrong.' : `${count(told.findings, 'finding')} elsewhere ${told.findings === 1 ? 'has' : 'have'} nothing to do with it.`}`;
  if (cause === undefined || verdict === 'unknown') {
    const about = view.alerts[0]?.name ?? 'what was asked';
    const suspect = told.changes[0];
    const lead =
      suspect !== undefined && suspect.score > 0.3
        ? `The change most worth a look is "${suspect.change.title}".`
        : cause === undefined
          ? 'No detector found a cause.'
          : `The nearest lead is ${cause.code} of ${nameOf(cause.subject)}.`;
    return `The evidence does not tell what is behind ${about}. ${lead}`;
  }
  const first = `${verdict === 'identified' ? '' : 'Probably: '}${sentence(cause.statement)}`;
  return `${first} ${consequence(told)}`;
}

function consequence({ cause, affected, candidate, changes }: Told): string {
  const accused = changes.find(({ change }) => cause?.changes.includes(change.id));
  const parts: string[] = [];
  const [one] = affected;
  if (one !== undefined)
    parts.push(`it affects ${affected.length === 1 ? nameOf(one) : `${nameOf(one)} and ${affected.length - 1} more`}`);
  const effects = candidate?.effects.length ?? 0;
  if (effects > 0) parts.push(`it explains ${count(effects, 'other finding')}`);
  if (accused !== undefined && cause?.statement.includes(accused.change.title) !== true)
    parts.push(`it began with "${accused.change.title}"`);
  if (parts.length === 0)
    parts.push(`nothing else is known to suffer from it, confidence ${Math.round((cause?.confidence ?? 0) * 100)} %`);
  const text = parts.join(', ');
  return sentence(text.charAt(0).toUpperCase() + text.slice(1));
}

function nameOf({ kind, namespace, name }: Subject): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
