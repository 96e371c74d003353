/** Text of unknown origin as one line of code, whatever backticks it has; at most `limit` characters stay. */
export function codeSpan(text: string, limit = 300): string {
  const plain = text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .trim();
  const short = plain.length > limit ? `${plain.slice(0, limit)}…` : plain;
  const longest = Math.max(0, ...[...short.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 || short === '' ? ' ' : '';
  return `${fence}${space}${short}${space}${fence}`;
}
