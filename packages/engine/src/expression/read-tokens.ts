import { AutoOpsError } from '@auto-ops/contracts';

/** One piece of a condition; `offset` is where it begins. */
export interface Token {
  readonly kind: 'text' | 'name' | 'sign';
  readonly value: string;
  readonly offset: number;
}

// A name may hold hyphens because task names do; none of the conditions we read has arithmetic.
const pattern = /\s*(?:'([^']*)'|"([^"]*)"|([A-Za-z0-9_][\w.-]*)|(&&|\|\||==|!=|!|\(|\)))/y;

/** Cuts a condition into quoted texts, names and signs; throws TEMPLATE_INVALID at anything else. */
export function readTokens(text: string): Token[] {
  const tokens: Token[] = [];
  const end = text.trimEnd().length;
  pattern.lastIndex = 0;
  while (pattern.lastIndex < end) {
    const offset = pattern.lastIndex;
    const match = pattern.exec(text);
    if (match === null) {
      throw new AutoOpsError('TEMPLATE_INVALID', `the condition \`${text}\` cannot be read at position ${offset}`, {
        hint: 'Use quoted texts, ==, !=, &&, ||, ! and parentheses; quote both sides of a comparison.',
      });
    }
    const quoted = match[1] ?? match[2];
    if (quoted !== undefined) tokens.push({ kind: 'text', value: quoted, offset });
    else if (match[3] !== undefined) tokens.push({ kind: 'name', value: match[3], offset });
    else tokens.push({ kind: 'sign', value: match[4] ?? '', offset });
  }
  return tokens;
}
