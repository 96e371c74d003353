/** Text as a fenced block that nothing in it can end; at most `limit` characters stay, and it says where it was cut. */
export function codeBlock(text: string, language: string, limit = 60_000): string {
  const plain = text.replace(/(?![\n\t])[\p{Cc}\p{Cf}\p{Co}\p{Cn}]/gu, '');
  const short = plain.length > limit ? `${plain.slice(0, limit)}\n… ${plain.length - limit} more characters` : plain;
  const longest = Math.max(2, ...[...short.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${short.trimEnd()}\n${fence}`;
}
