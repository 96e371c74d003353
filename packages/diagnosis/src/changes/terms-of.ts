const stop = new Set(
  (
    'the a an and or of to in on for with from by at is are was be not no new old this that it as if else return func function const var let ' +
    'def self class import package string int bool nil null none true false err ctx type struct public private static void async await ' +
    'error errors failed failure info warn debug log logs service services svc http https www com go py ts js java file files line lines ' +
    'get set add use used using make fix feat chore refactor test tests docs bump update version main src pkg internal cmd api v1 v2'
  ).split(' '),
);

/** Words of a text, lower-case: split at everything but letters and digits, and inside camelCase and snake_case; stems of plurals. */
export function termsOf(text: string): readonly string[] {
  const words = text
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .match(/[a-z][a-z\d]*/g);
  return (words ?? []).filter((word) => word.length > 1 && !stop.has(word)).map(stem);
}

/** Enough to let "connections" meet "connection" and "retries" meet "retry". */
function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(ss|us|is)$/.test(word)) return word;
  return word.length > 3 && word.endsWith('s') ? word.slice(0, -1) : word;
}
