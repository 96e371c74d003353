// A colour is all that a text may do to a terminal: what it quotes of a cluster or a bundle must neither move the cursor nor hide or turn
// what stands there.
const colour = String.raw`\u001b\[[\d;]{0,16}m`;
const unseen = String.raw`[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]`;
const sequences = new RegExp(`(${colour})|\r\n|${unseen}`, 'gu');

/** A text without what a terminal would act on, but for colours, tabs and line ends. */
export function visibleText(text: string): string {
  return text.replace(sequences, (found, isColour: string | undefined) => {
    if (isColour !== undefined || found === '\n' || found === '\t') return found;
    return found === '\r\n' ? '\n' : '';
  });
}
