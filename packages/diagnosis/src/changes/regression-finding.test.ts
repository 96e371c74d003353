import type { Change } from '@auto-ops/contracts';
import { expect, test } from 'vitest';
import { bundleOf } from '../__fixtures__/bundle-of.ts';
import { diagnose } from '../diagnose.ts';

const stock = { kind: 'Component', name: 'stock' };
const start = Date.parse('2026-01-01T10:00:00Z') / 1000;
const latency = Array.from({ length: 120 }, (_, index) => [start + index * 60, index < 92 ? 20 + (index % 3) : 900]);
const commit = (hash: string, at: string, title: string, files: string[], diff: string): Change => ({
  id: `commit:${hash}`,
  type: 'commit',
  at,
  title,
  files,
  diff,
});
const deploy = (hash: string, at: string) => ({
  kind: 'change',
  subject: stock,
  body: { id: `deploy:stock:${at}`, type: 'deploy', at, title: `deploy stock ${hash}`, commits: [hash] },
});
const guilty = commit(
  'aaaaaaaaaa',
  '2026-01-01T11:20:00Z',
  'refactor: simplify lease defaults',
  ['pkg/lease/pool.go'],
  '-const maxLeases = 60\n+const maxLeases = 5',
);
const decoy = commit(
  'bbbbbbbbbb',
  '2026-01-01T11:25:00Z',
  'chore(stock): tidy lease pool logging',
  ['stock/lease.go'],
  '-\tlog.Debug("lease pool ready")\n+\tlog.Info("lease pool ready", size)',
);
const bundle = (changes: Change[], evidence: Record<string, unknown>[]) =>
  bundleOf({
    alerts: [
      {
        name: 'StockLatency',
        labels: { service: 'stock' },
        startsAt: '2026-01-01T11:36:00Z',
        summary: 'stock is slow',
      },
    ],
    scope: { services: ['stock'] },
    changes,
    logs: [
      {
        subject: stock,
        lines: [
          {
            text: 'lease pool exhausted: waited 900ms for one of max leases',
            level: 'error',
            at: '2026-01-01T11:32:00Z',
          },
        ],
      },
      {
        subject: { kind: 'Component', name: 'checkout' },
        lines: [{ text: 'upstream stock timed out', level: 'error', at: '2026-01-01T11:33:00Z' }],
      },
    ],
    evidence: [
      { kind: 'metric', subject: stock, body: { name: 'lease_wait_ms', labels: {}, points: latency } },
      ...evidence,
    ],
  });

test('accuses the commit whose diff can bring the errors about, not the last one', () => {
  const analysis = diagnose(
    bundle(
      [guilty, decoy],
      [deploy('aaaaaaaaaa', '2026-01-01T11:30:00Z'), deploy('bbbbbbbbbb', '2026-01-01T11:31:00Z')],
    ),
  );

  expect(analysis.causes[0]).toMatchObject({
    code: 'change-regression',
    subject: { kind: 'Component', name: 'stock' },
    changes: ['commit:aaaaaaaaaa'],
  });
  expect(analysis.suspectChanges[0]?.id).toBe('commit:aaaaaaaaaa');
  expect(analysis.affected).toEqual([{ kind: 'Component', name: 'checkout' }]);
  expect(analysis.summary).toContain('cuts maxLeases');
});

test('accuses nobody where every change is harmless', () => {
  const analysis = diagnose(bundle([decoy], [deploy('bbbbbbbbbb', '2026-01-01T11:31:00Z')]));

  expect(analysis.causes.flatMap(({ changes }) => changes)).toEqual([]);
  expect(analysis.verdict).toBe('unknown');
});

test('accuses nobody for a change that took effect after the onset', () => {
  const late = { ...guilty, at: '2026-01-01T11:50:00Z' };

  const analysis = diagnose(bundle([late], [deploy('aaaaaaaaaa', '2026-01-01T11:52:00Z')]));

  expect(analysis.causes).toEqual([]);
});
