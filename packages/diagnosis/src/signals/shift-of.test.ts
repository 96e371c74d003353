import { expect, test } from 'vitest';
import { shiftOf } from './shift-of.ts';

const minutes = (values: readonly number[]) => values.map((value, index) => [index * 60, value] as const);
const noise = (length: number, level: number) => Array.from({ length }, (_, index) => level + ((index * 7) % 5) - 2);

test('finds when a series left its band, which way and how far', () => {
  const shift = shiftOf(minutes([...noise(60, 100), ...noise(20, 400)]), undefined);

  expect(shift).toMatchObject({ onset: 3600, direction: 'up', before: 100 });
  expect(shift?.after).toBeCloseTo(400, -1);
});

test('finds a slow climb long before the alert', () => {
  const climb = Array.from({ length: 120 }, (_, index) => 40 + index * 5);

  expect(shiftOf(minutes([...noise(60, 40), ...climb]), 170 * 60)?.onset).toBeLessThan(75 * 60);
});

test('finds a fall', () => {
  expect(shiftOf(minutes([...noise(40, 50), ...noise(20, 10)]), undefined)).toMatchObject({ direction: 'down' });
});

test('takes a steady series, a spike and a few points for nothing', () => {
  expect(shiftOf(minutes(Array.from({ length: 50 }, () => 3)), undefined)).toBeUndefined();
  expect(shiftOf(minutes([...noise(40, 100), 900, ...noise(40, 100)]), undefined)).toBeUndefined();
  expect(shiftOf(minutes([1, 2, 900]), undefined)).toBeUndefined();
  expect(shiftOf(minutes(noise(80, 100)), undefined)).toBeUndefined();
});

test('does not call a change within the floor a shift', () => {
  const steady = Array.from({ length: 40 }, () => 100);

  expect(shiftOf(minutes([...steady, ...Array.from({ length: 20 }, () => 110)]), undefined)).toBeUndefined();
});
