import { type Document, isScalar, visit } from 'yaml';

/** Each one is looked up from the beginning of the document. */
const mostAliases = 1000;

/** Whether no map has a key twice, and there are no more aliases than people write. Throws where it is nested too deeply. */
export function isSound(document: Document): boolean {
  let aliases = 0;
  let isTwice = false;
  visit(document, {
    Map(_, { items }) {
      const keys = items.flatMap(({ key }) => (isScalar(key) && key.value !== '<<' ? [String(key.value)] : []));
      isTwice = new Set(keys).size < keys.length;
      return isTwice ? visit.BREAK : undefined;
    },
    Alias() {
      aliases += 1;
      return aliases > mostAliases ? visit.BREAK : undefined;
    },
  });
  return !isTwice && aliases <= mostAliases;
}
