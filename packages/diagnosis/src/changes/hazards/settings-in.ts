/** Units and their size: times in milliseconds, memory in bytes. */
const units: Readonly<Record<string, number>> = {
  nanosecond: 1e-6,
  ns: 1e-6,
  microsecond: 1e-3,
  us: 1e-3,
  millisecond: 1,
  milliseconds: 1,
  ms: 1,
  second: 1e3,
  seconds: 1e3,
  sec: 1e3,
  s: 1e3,
  minute: 6e4,
  minutes: 6e4,
  min: 6e4,
  m: 6e4,
  hour: 3.6e6,
  hours: 3.6e6,
  h: 3.6e6,
  d: 8.64e7,
  k: 1e3,
  ki: 1024,
  kb: 1e3,
  mi: 1048576,
  mb: 1e6,
  gi: 1073741824,
  gb: 1e9,
  g: 1e9,
};
const quantity =
  /(?<![\w.$#])(\d+(?:\.\d+)?)(?:\s*\*\s*(?:[A-Za-z]+\.)?(\w+)|(ns|us|ms|s|sec|m|min|h|d|[kmg]i?b?)(?![\w]))?(?![\w.])/gi;
const trailingName = /([A-Za-z_][\w.-]*)[^A-Za-z_]*$/;
/** Words before a number that are not its name: `ctx` in `WithTimeout(ctx, 5)`. */
const notNames = new Set(['ctx', 'context', 'time', 'int', 'return', 'const', 'let', 'var', 'duration']);

/** A named number. */
export interface Setting {
  /** As it is written. */
  readonly label: string;
  /** Times in milliseconds, memory in bytes, everything else as it is. */
  readonly value: number;
}

/** Numbers that a text gives a name: `MaxConns = 50`, `default_ttl: 15m`, `WithTimeout(ctx, 5*time.Second)`; by name without case. */
export function settingsIn(lines: readonly string[]): ReadonlyMap<string, Setting> {
  const settings = new Map<string, Setting>();
  for (const line of lines) {
    for (const match of line.matchAll(quantity)) {
      const [, number = '', long, short] = match;
      const name = nameBefore(line.slice(0, match.index));
      if (name === undefined) continue;
      const unit = (long ?? short ?? '').toLowerCase();
      settings.set(name.toLowerCase().replace(/[_-]/g, ''), {
        label: name,
        value: Number(number) * (units[unit] ?? 1),
      });
    }
  }
  return settings;
}

function nameBefore(text: string): string | undefined {
  let rest = text;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const [, name] = trailingName.exec(rest) ?? [];
    if (name === undefined) return undefined;
    const last = name.split('.').at(-1) ?? name;
    if (!notNames.has(last.toLowerCase()) && last.length > 1) return last;
    rest = rest.slice(0, rest.lastIndexOf(name));
  }
  return undefined;
}
