import { describe, expect, it } from 'vitest';
import { evaluateExpression } from './evaluate-expression.ts';
import { namesOf } from './names-of.ts';
import { parseExpression } from './parse-expression.ts';

function truth(text: string, names: Record<string, boolean | string> = {}): boolean {
  return evaluateExpression(parseExpression(text), { name: (name) => names[name] ?? false, text: (value) => value });
}

describe('conditions', () => {
  it.each([
    ["'a-b' == 'a-b'", true],
    ["'a' != 'a'", false],
    ["'a' == 'b' || 'a' == 'a' && 'c' == 'd'", false],
    ["('a' == 'b' || 'a' == 'a') && !('c' == 'd')", true],
    ['"it\'s" == "it\'s"', true],
    ["'[\"x\"]' != '[]'", true],
  ])('%s is %s', (text, expected) => {
    expect(truth(text)).toBe(expected);
  });

  it('reads names with hyphens and dots', () => {
    const text = '!collect-cluster-2.Failed && (a.Succeeded||a.Skipped)';

    expect(namesOf(parseExpression(text))).toEqual(['collect-cluster-2.Failed', 'a.Succeeded', 'a.Skipped']);
    expect(truth(text, { 'a.Skipped': true })).toBe(true);
    expect(truth(text, { 'a.Skipped': true, 'collect-cluster-2.Failed': true })).toBe(false);
  });

  it.each(["'a' ==", "'a' == 'b' 'c'", "('a' == 'b'", "'a' + 'b'", '', "'a"])('refuses %j', (text) => {
    expect(() => parseExpression(text)).toThrowError(expect.objectContaining({ code: 'TEMPLATE_INVALID' }));
  });

  it('refuses a text where a truth value is wanted', () => {
    expect(() => truth("'a' && 'b'")).toThrowError(expect.objectContaining({ code: 'TEMPLATE_INVALID' }));
  });
});
