import { expect, test } from 'vitest';
import { viewOf } from '../__fixtures__/view-of.ts';
import { logAnomalies } from './log-anomalies.ts';
import { logTemplate } from './log-template.ts';

const alerts = [{ name: 'Errors', startsAt: '2026-01-01T11:45:00Z' }];
const cart = { kind: 'Component', name: 'cart' };

test('leaves out what varies in a line', () => {
  expect(logTemplate('request 42 took 17ms at 2026-01-01T10:00:00Z id=0a1b2c3d4e5f')).toBe(
    'request <*> took <*> at <*> id=<*>',
  );
  expect(logTemplate('GET /cart/7 from 10.0.0.3')).toBe(logTemplate('GET /cart/912 from 10.9.8.7'));
});

test('keeps new and grown kinds of lines, errors first', () => {
  const view = viewOf({
    alerts,
    logs: [
      {
        subject: cart,
        lines: [
          { text: 'served 3 items', at: '2026-01-01T10:00:00Z' },
          { text: 'served 5 items', at: '2026-01-01T11:50:00Z' },
          { text: 'cache warmed', at: '2026-01-01T11:39:00Z' },
          { text: 'timeout after 30ms', level: 'error', at: '2026-01-01T11:40:00Z' },
          { text: 'timeout after 90ms', level: 'error', at: '2026-01-01T11:41:00Z' },
        ],
      },
      {
        subject: cart,
        lines: [
          { text: 'retrying', count: 90, baseline: 4 },
          { text: 'handled request', count: 5000, baseline: 4900 },
        ],
      },
    ],
  });

  expect(logAnomalies(view).map(({ id, text, count, isError }) => [id, text, count, isError])).toEqual([
    ['ev-1#3', 'timeout after 30ms', 2, true],
    ['ev-2#0', 'retrying', 90, false],
    ['ev-1#2', 'cache warmed', 1, false],
  ]);
});
