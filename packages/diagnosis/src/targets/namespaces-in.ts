const name = '[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?';
const inNamespace = new RegExp(`(?:\\bnamespace[\\s:=]+|(?:^|\\s)(?:-n|--namespace)[\\s=]+)["'\`]?(${name})`, 'gi');
const namespaceBefore = new RegExp(`\\b(${name})\\s+namespace\\b`, 'gi');

/** Words that stand where a namespace's name could: "in the namespace", "this namespace". */
const notNames = new Set(['the', 'this', 'that', 'its', 'a', 'my', 'our', 'is', 'in', 'same', 'which', 'kubernetes']);

/** Namespaces that a person's words name: `namespace shop`, `-n shop`, `the shop namespace`. */
export function namespacesIn(question: string): readonly string[] {
  const found = [...question.matchAll(inNamespace), ...question.matchAll(namespaceBefore)]
    .map(([, word = '']) => word.toLowerCase())
    .filter((word) => !notNames.has(word));
  return [...new Set(found)];
}
