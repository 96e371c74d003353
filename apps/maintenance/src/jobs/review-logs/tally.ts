import type { LogTemplate } from '@auto-ops/contracts';
import { isErrorLine, logTemplate } from '@auto-ops/diagnosis';
import type { ParsedLine } from '@auto-ops/evidence';

/** Where lines come from. */
export interface Origin {
  readonly namespace: string;
  readonly workload: { readonly kind: string; readonly name: string };
}

/** Counts kinds of error and warning lines. */
export interface Tally {
  /** Lines must be redacted already. */
  add(lines: readonly ParsedLine[], origin: Origin): void;
  /** How many lines were errors or warnings. */
  lines(): number;
  /** The most frequent kinds, at most as many as a review holds. */
  templates(): { readonly kinds: readonly LogTemplate[]; readonly isPartial: boolean };
}

const mostKinds = 20_000;
const mostTemplates = 200;

/** Counts what was written from `from` to `to` (RFC 3339); a line without a time counts as written at the end. */
export function createTally(from: string, to: string): Tally {
  const kinds = new Map<string, LogTemplate>();
  let count = 0;
  let isPartial = false;
  return {
    add(lines, { namespace, workload }) {
      for (const { at, level, text } of lines) {
        const seen = at === undefined || Number.isNaN(Date.parse(at)) ? to : new Date(at).toISOString();
        if (seen < from) continue;
        const severity = severityOf(text, level);
        if (severity === undefined) continue;
        count += 1;
        const template = logTemplate(text).slice(0, 500);
        const key = JSON.stringify([namespace, workload.kind, workload.name, severity, template]);
        const known = kinds.get(key);
        if (known !== undefined) {
          known.count += 1;
          if (seen < known.firstSeen) known.firstSeen = seen;
          if (seen > known.lastSeen) known.lastSeen = seen;
        } else if (kinds.size < mostKinds) {
          // Whether it is new is for the gateway to say, which knows the review before.
          kinds.set(key, {
            template,
            severity,
            count: 1,
            namespace,
            workload,
            firstSeen: seen,
            lastSeen: seen,
            isNew: true,
          });
        } else {
          isPartial = true;
        }
      }
    },
    lines: () => count,
    templates() {
      const sorted = [...kinds.entries()]
        .sort(([oneKey, one], [otherKey, other]) => other.count - one.count || (oneKey < otherKey ? -1 : 1))
        .map(([, kind]) => kind);
      return { kinds: sorted.slice(0, mostTemplates), isPartial: isPartial || sorted.length > mostTemplates };
    },
  };
}

function severityOf(text: string, level: string | undefined): LogTemplate['severity'] | undefined {
  if (level !== undefined && /^warn/i.test(level)) return 'warning';
  return isErrorLine(text, level) ? 'error' : undefined;
}
