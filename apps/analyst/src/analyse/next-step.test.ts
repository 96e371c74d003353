import { expect, test } from 'vitest';
import { nextStep } from './next-step.ts';

const request = { scope: { namespaces: ['data'] }, reason: 'needed' };

test('looks again once, live only', () => {
  expect(nextStep({ verdict: 'suspected', request }, { mode: 'live', round: 1 })).toBe('collect');
  expect(nextStep({ verdict: 'suspected', request }, { mode: 'live', round: 2 })).toBe('fix');
  expect(nextStep({ verdict: 'unknown', request }, { mode: 'replay', round: 1 })).toBe('report');
});

test('fixes what is identified or suspected and reports the rest', () => {
  const verdicts = ['identified', 'suspected', 'unknown', 'no-fault'] as const;

  expect(verdicts.map((verdict) => nextStep({ verdict }, { mode: 'live', round: 1 }))).toEqual([
    'fix',
    'fix',
    'report',
    'report',
  ]);
});
