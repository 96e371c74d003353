import { AutoOpsError } from '@auto-ops/contracts';

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** A duration as Argo writes it, `1h30m`, `500ms` or plain seconds, in milliseconds; throws TEMPLATE_INVALID. */
export function millisecondsOf(duration: string): number {
  if (/^\d+$/.test(duration)) return Number(duration) * 1000;
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h|d)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== duration) {
    throw new AutoOpsError('TEMPLATE_INVALID', `\`${duration}\` is not a duration`);
  }
  return parts.reduce((sum, part) => sum + Number(part[1]) * (units[part[2] ?? ''] ?? 0), 0);
}
