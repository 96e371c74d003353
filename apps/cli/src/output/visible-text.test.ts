import { expect, it } from 'vitest';
import { visibleText } from './visible-text.ts';

it.each([
  ['\u001b[32mgreen\u001b[39m\n\ttab\r\n', '\u001b[32mgreen\u001b[39m\n\ttab\n'],
  ['over\rwritten', 'overwritten'],
  ['\u001b[2Jcleared \u001b]0;title\u0007 \u009b1A', '[2Jcleared ]0;title 1A'],
  ['approve \u202eevil\u2066 zero\u200bwidth', 'approve evil zerowidth'],
  ['größe ✔ → 日本', 'größe ✔ → 日本'],
])('shows %j as %j', (text, expected) => {
  expect(visibleText(text)).toBe(expected);
});
