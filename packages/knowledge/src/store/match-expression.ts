import { splitWords } from './split-words.ts';

const longestQuestion = 2000;
const mostWords = 64;
const stopWords = new Set(
  'a an and are as at be but by can do does for from has have how i if in into is it its of on or our that the their then there these this to was we were what when where which who why will with you your'.split(
    ' ',
  ),
);

/** An FTS5 expression of quoted words joined with OR, which no text can break; undefined where there is no word. */
export function matchExpression(question: string): string | undefined {
  const text = question.slice(0, longestQuestion);
  const words = new Set(`${text} ${splitWords(text)}`.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []);
  const telling = [...words].filter((word) => !stopWords.has(word));
  const chosen = (telling.length > 0 ? telling : [...words]).slice(0, mostWords);
  return chosen.length === 0 ? undefined : chosen.map((word) => `"${word}"`).join(' OR ');
}
