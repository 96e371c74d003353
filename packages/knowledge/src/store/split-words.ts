const isJoined = /[\p{Ll}\p{N}]\p{Lu}|\p{Lu}{2}\p{Ll}/u;

/** The words inside joined names (`KubePodCrashLooping`, `OOMKilled`), each name's words apart; empty where there are none. */
export function splitWords(text: string): string {
  // Two steps: one pattern for a word with its seam in the middle would try every letter of a long digest as a beginning.
  const names = (text.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => isJoined.test(word));
  return [...new Set(names)]
    .map((name) => name.replace(/([\p{Ll}\p{N}])(?=\p{Lu})/gu, '$1 ').replace(/(\p{Lu})(?=\p{Lu}\p{Ll})/gu, '$1 '))
    .join('\n');
}
