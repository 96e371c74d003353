import type { Effect, Report } from '@auto-ops/contracts';
import type { Store } from '../store/open-store.ts';

/** Writes down a report and what was done to the world. A step that is tried again hands the same report in again: no effect counts twice. */
export function auditReport({ audit, reports }: Pick<Store, 'audit' | 'reports'>, report: Report): void {
  const known = new Set(effectsOf(reports.get(report.run)).map(nameOf));
  for (const effect of effectsOf(report)) {
    if (known.has(nameOf(effect))) continue;
    const { action, type, target } = effect;
    audit.append({
      actor: 'actuator',
      kind: `effect-${effect.status}`,
      subject: report.run,
      detail: { action, type, target: `${target.kind}/${target.namespace ?? ''}/${target.name}` },
    });
  }
  audit.append({ actor: 'actuator', kind: 'report-received', subject: report.run, detail: { ending: report.ending } });
}

function effectsOf(report: Report | undefined): readonly Effect[] {
  return [...(report?.effects?.effects ?? []), ...(report?.undo?.effects ?? [])];
}

function nameOf({ action, status }: Effect): string {
  return `${action} ${status}`;
}
