import type { Signal } from '@auto-ops/contracts';
import { placeOf } from './place-of.ts';

/** A line for people: the alert and what it is about, or the question. */
export function titleOf(signal: Signal): string {
  const alert = signal.alerts.find((candidate) => candidate.status === 'firing') ?? signal.alerts[0];
  if (alert === undefined) return (signal.question ?? 'Investigation').split('\n')[0]?.slice(0, 120) ?? 'Investigation';
  const [namespace, , name] = (placeOf(alert) ?? '').split('/');
  const subject = [alert.labels.namespace ?? namespace, name ?? alert.labels.pod].filter(Boolean).join('/');
  const place = subject === '' ? alert.labels.repository : subject;
  return `${alert.name}${place === undefined ? '' : ` in ${place}`}`.slice(0, 300);
}
