const name = '["\'`]?([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?)["\'`]?';
const patterns = [
  new RegExp(`\\b(?:in|of|from|for|within|at)\\s+(?:the\\s+)?namespace\\s+${name}`, 'gi'),
  new RegExp(`\\bnamespace\\s*[:=]\\s*${name}`, 'gi'),
  new RegExp(`^\\s*namespace\\s+${name}`, 'gi'),
  new RegExp(`(?:^|\\s)(?:-n|--namespace)[\\s=]+${name}`, 'gi'),
  new RegExp(`\\b(?:in|the|our|my)\\s+${name}\\s+namespace\\b`, 'gi'),
];
/** Words that stand where a namespace's name could: "in the namespace", "this namespace". */
const notNames = new Set([
  'the',
  'this',
  'that',
  'its',
  'a',
  'my',
  'our',
  'is',
  'in',
  'same',
  'or',
  'and',
  'not',
  'which',
  'kubernetes',
  'whole',
]);

/** Namespaces that a person's words name: `in namespace shop`, `-n shop`, `the shop namespace`; sorted. */
export function namespacesIn(question: string): readonly string[] {
  const found = patterns
    .flatMap((pattern) => [...question.matchAll(pattern)])
    .map(([, word = '']) => word.toLowerCase())
    .filter((word) => !notNames.has(word));
  return [...new Set(found)].sort();
}
