/** One line of a log as evidence holds it. */
export type ParsedLine = { at?: string; level?: string; text: string };

const maximumLine = 4000;
const stamped = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)) ?(.*)$/s;
const jsonLevel = /"(?:level|severity|lvl|loglevel|log\.level)"\s?:\s?"([A-Za-z]{3,9})"/i;
const wordLevel =
  /(?:^|[\s[|=("<])(trace|debug|info|notice|warn|warning|error|err|fatal|panic|critical|severe)(?=[\s\]|:,)">]|$)/i;
const klogLevel = /^([IWEF])\d{4} \d\d:\d\d:\d\d/;
const klogNames: Readonly<Record<string, string>> = { I: 'info', W: 'warning', E: 'error', F: 'fatal' };
const sameLevel: Readonly<Record<string, string>> = { warn: 'warning', err: 'error', severe: 'error' };

/** Reads the lines the API returns with `timestamps=true`; lines are cut at 4000 characters. */
export function parseLog(text: string): ParsedLine[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [, at, rest = ''] = stamped.exec(line) ?? [undefined, undefined, line];
      const level = levelOf(rest);
      return {
        ...(at === undefined ? {} : { at }),
        ...(level === undefined ? {} : { level }),
        text: rest.slice(0, maximumLine),
      };
    });
}

/** What the line itself says about its level; it stands near the start, later words are message. */
function levelOf(line: string): string | undefined {
  const klog = klogLevel.exec(line)?.[1];
  if (klog !== undefined) return klogNames[klog];
  const word = (line.startsWith('{') ? jsonLevel.exec(line.slice(0, 1000)) : wordLevel.exec(line.slice(0, 80)))?.[1];
  if (word === undefined) return undefined;
  const lower = word.toLowerCase();
  return sameLevel[lower] ?? lower;
}
