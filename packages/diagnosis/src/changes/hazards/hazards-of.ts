import { diffLines } from './diff-lines.ts';
import { netTokens } from './net-tokens.ts';
import { settingsIn } from './settings-in.ts';

/** A way in which a change of code can break something, read from its diff. */
export interface Hazard {
  readonly kind: 'limit-lowered' | 'guard-removed' | 'work-added' | 'dependency-raised';
  /** 0 to 1. */
  readonly weight: number;
  /** In a person's words, for the reasons. */
  readonly text: string;
}

const capacity =
  /max|limit|ttl|timeout|deadline|attempt|retr|budget|pool|conn|size|capacity|quota|worker|replica|memory|cpu|batch|buffer|concurren|expir|lifetime|interval|threshold|window/;
/** What keeps a program from harm: checks for nothing there, bounds, locks, waits, clean-up. */
const guards: readonly (readonly [pattern: RegExp, text: string])[] = [
  [/\b(if|unless|when|assert)\b.*\b(nil|null|none|undefined|len|length|empty|exists?)\b/i, 'a check'],
  [/\blimit\s+\S+|\bdistinct\b/i, 'a bound of a query'],
  [/\bsleep\b|\bbackoff\b|back_off/i, 'a wait between attempts'],
  [/\b(lock|mutex|synchronized|semaphore)\b/i, 'a lock'],
  [/\b(timeout|deadline)\b/i, 'a time limit'],
  [/\b(validate|sanitize|authorize|authenticate)\w*\(/i, 'a validation'],
  [/\b(recover|except|catch|finally|rollback)\b|\bdefer\b.*\b(close|unlock|cancel)\b/i, 'error handling or clean-up'],
];
/** Handing an error on is no guard. */
const handsOn = /\berr(or)?\b/i;
const statements = /\b(SELECT\b.*\bFROM|INSERT\s+INTO|UPDATE\b.*\bSET|DELETE\s+FROM|JOIN)\b/i;
const calls = /\.(query|exec|execute|find|findAll|fetch|get|post|call|do|send|request)\w*\(/i;
/** Reading what the request or the process already has. */
const local =
  /\b(url|headers?|params?|args?|env|environ|config|cfg|options?|cookies?|session|map|dict|cache|context|ctx|metrics|registry|pool)(\(\)|\.\w+(\(\))?)*\.(get|query|find)\w*\(/i;
const loops = /\b(for|while|forEach|map)\b/;
const version = /^\s*["']?([\w./@-]+)["']?\s*[:=]{0,2}\s*["'^~=v<>]*v?(\d+)\.(\d+)(?:\.(\d+))?/;
/** A cut by less than this is tuning. */
const cut = 1.5;

/** Reads hazards from a diff, weightiest first; none for a change that only moves code, logs or formats. */
export function hazardsOf(diff: string, files: readonly string[]): readonly Hazard[] {
  const lines = diffLines(diff);
  const net = netTokens(lines);
  const found: Hazard[] = [];
  const before = settingsIn(lines.removed);
  const after = settingsIn(lines.added);
  const isManifest = files.some((file) =>
    /(^|\/)(go\.(mod|sum)|package(-lock)?\.json|requirements[\w.-]*\.txt|pom\.xml|Cargo\.(toml|lock)|Gemfile(\.lock)?|build\.gradle)$/.test(
      file,
    ),
  );
  if (isManifest) found.push(...raised(lines.removed, lines.added));
  else {
    for (const [name, { label, value }] of after) {
      const old = before.get(name)?.value;
      if (old === undefined || value <= 0 || old / value < cut) continue;
      const factor = Math.round((old / value) * 10) / 10;
      const weight = capacity.test(name) ? Math.min(1, 0.75 + factor / 100) : 0.45;
      found.push({ kind: 'limit-lowered', weight, text: `cuts ${label} to 1/${factor} of what it was` });
    }
    const kept = lines.added.join('\n');
    const lost = guards.filter(
      ([pattern]) => !pattern.test(kept) && lines.removed.some((line) => pattern.test(line) && !handsOn.test(line)),
    );
    if (lost.length > 0) {
      const text = `removes ${lost
        .slice(0, 2)
        .map(([, what]) => what)
        .join(' and ')}`;
      found.push({ kind: 'guard-removed', weight: Math.min(0.85, 0.6 + 0.1 * lost.length), text });
    }
    const more = (pattern: RegExp) => count(lines.added, pattern) > count(lines.removed, pattern);
    if (net.share > 0.3 && (more(statements) || more(calls))) {
      const isLooped = lines.added.some((line) => loops.test(line));
      const [weight, text] = isLooped
        ? [0.6, 'adds calls or queries in a loop']
        : more(statements)
          ? [0.5, 'adds a query']
          : [0.3, 'adds a call'];
      found.push({ kind: 'work-added', weight, text });
    }
  }
  return found.sort((left, right) => right.weight - left.weight);
}

function count(lines: readonly string[], pattern: RegExp): number {
  return lines.filter((line) => pattern.test(line) && !local.test(line)).length;
}

/** Dependencies whose version went up; the further, the likelier something else breaks. */
function raised(removed: readonly string[], added: readonly string[]): readonly Hazard[] {
  const old = versions(removed);
  return [...versions(added)].flatMap(([name, next]): Hazard[] => {
    const before = old.get(name);
    if (before === undefined) return [];
    const weight =
      before[0] !== next[0] ? 0.7 : Math.abs(next[1] - before[1]) > 1 ? 0.5 : next[1] !== before[1] ? 0.3 : 0.1;
    return [
      { kind: 'dependency-raised', weight, text: `raises ${name} from ${before.join('.')} to ${next.join('.')}` },
    ];
  });
}

function versions(lines: readonly string[]): ReadonlyMap<string, readonly [number, number, number]> {
  const found = new Map<string, readonly [number, number, number]>();
  for (const line of lines) {
    const match = version.exec(line);
    if (match === null) continue;
    const [, name = '', major, minor, patch] = match;
    found.set(name, [Number(major), Number(minor), Number(patch ?? 0)]);
  }
  return found;
}
