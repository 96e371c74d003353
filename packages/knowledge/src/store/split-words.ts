/** The words inside joined names (`KubePodCrashLooping`, `OOMKilled`), each name's words apart; empty where there are none. */
export function splitWords(text: string): string {
  const names =
    text.match(/[\p{L}\p{N}]*[\p{Ll}\p{N}]\p{Lu}[\p{L}\p{N}]*|[\p{L}\p{N}]*\p{Lu}{2}\p{Ll}[\p{L}\p{N}]*/gu) ?? [];
  return [...new Set(names)]
    .map((name) => name.replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 '))
    .join('\n');
}
