/**
 * Text of unknown origin as one line of plain Markdown: nothing in it becomes a link, an image, a mention, HTML or formatting.
 * Control characters and those that hide or turn text are left out; at most `limit` characters stay.
 */
export function prose(text: string, limit = 500): string {
  const plain = text
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\p{Cf}\p{Co}\p{Cn}]/gu, '')
    .trim();
  const short = plain.length > limit ? `${plain.slice(0, limit)}…` : plain;
  return short
    .replace(/[\\`*[\]<>|~]/g, (character) =>
      character === '<' ? '&lt;' : character === '>' ? '&gt;' : `\\${character}`,
    )
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/:\/\//g, ':\u200b//')
    .replace(/\bwww\./gi, (match) => `${match.slice(0, -1)}\u200b.`)
    .replace(/@/g, '@\u200b')
    .replace(/&(?=#|[a-z]+;)(?!lt;|gt;)/gi, '&amp;');
}
