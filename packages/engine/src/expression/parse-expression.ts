import { AutoOpsError } from '@auto-ops/contracts';
import type { Expression } from './expression.ts';
import { readTokens } from './read-tokens.ts';

/**
 * Parses the boolean expressions of a WorkflowTemplate: `&&` before `||`, `!`, `==`, `!=`, parentheses, quoted texts and
 * names. Throws TEMPLATE_INVALID with the position.
 */
export function parseExpression(text: string): Expression {
  const tokens = readTokens(text);
  let next = 0;
  const accept = (sign: string): boolean => {
    const token = tokens[next];
    if (token?.kind !== 'sign' || token.value !== sign) return false;
    next += 1;
    return true;
  };
  const fail = (): never => {
    const token = tokens[next];
    const place = token === undefined ? 'ends too early' : `is wrong at \`${token.value}\`, position ${token.offset}`;
    throw new AutoOpsError('TEMPLATE_INVALID', `the condition \`${text}\` ${place}`);
  };

  function anyOf(): Expression {
    let left = allOf();
    while (accept('||')) left = { kind: 'or', left, right: allOf() };
    return left;
  }
  function allOf(): Expression {
    let left = comparison();
    while (accept('&&')) left = { kind: 'and', left, right: comparison() };
    return left;
  }
  function comparison(): Expression {
    const left = single();
    if (accept('==')) return { kind: 'equal', left, right: single() };
    if (accept('!=')) return { kind: 'unequal', left, right: single() };
    return left;
  }
  function single(): Expression {
    if (accept('!')) return { kind: 'not', operand: single() };
    if (accept('(')) {
      const inner = anyOf();
      return accept(')') ? inner : fail();
    }
    const token = tokens[next];
    if (token === undefined || token.kind === 'sign') return fail();
    next += 1;
    return token.kind === 'text' ? { kind: 'text', value: token.value } : { kind: 'name', name: token.value };
  }

  const expression = anyOf();
  return next === tokens.length ? expression : fail();
}
