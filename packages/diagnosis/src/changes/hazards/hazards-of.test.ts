import { expect, test } from 'vitest';
import { hazardsOf } from './hazards-of.ts';

const kinds = (diff: string, files = ['src/client.go']) => hazardsOf(diff, files).map(({ kind }) => kind);

test.each([
  ['-  pool_size: 40\n+  pool_size: 8', 'cuts pool_size to 1/5 of what it was'],
  ['-\tcfg.Timeout = 5 * time.Second\n+\tcfg.Timeout = 250 * time.Millisecond', 'cuts Timeout to 1/20 of what it was'],
  ['-const maxRetries = 6\n+const maxRetries = 2', 'cuts maxRetries to 1/3 of what it was'],
  ['-  ttl: 10m\n+  ttl: 30s', 'cuts ttl to 1/20 of what it was'],
])('a limit that is cut: %s', (diff, text) => {
  expect(hazardsOf(diff, ['config.yaml'])[0]).toMatchObject({ kind: 'limit-lowered', text });
});

test('a limit that is raised is none', () => {
  expect(kinds('-  pool_size: 8\n+  pool_size: 40')).toEqual([]);
});

test('a guard that goes', () => {
  expect(kinds('-\tif user.Address == nil {\n-\t\treturn ""\n-\t}\n \treturn user.Address.City')).toEqual([
    'guard-removed',
  ]);
  expect(kinds('-  ORDER BY at DESC LIMIT 100\n+  ORDER BY at DESC')).toEqual(['guard-removed']);
});

test('an error that is handed on elsewhere, or code that only moved, is none', () => {
  expect(kinds('-\tif err != nil { return nil, err }\n-\treturn out, nil\n+\treturn load(key)')).toEqual([]);
  expect(
    kinds('-\trow := store.Query(ctx, id)\n+func find(id string) Row {\n+\trow := store.Query(ctx, id)\n+}'),
  ).toEqual([]);
});

test('work that comes on top, worse in a loop', () => {
  const single = hazardsOf('+\tprice, err := prices.Get(ctx, sku)', ['cart.go'])[0];
  const looped = hazardsOf('+\tfor _, line := range lines {\n+\t\tprice, err := prices.Get(ctx, line.SKU)\n+\t}', [
    'cart.go',
  ])[0];

  expect(single).toMatchObject({ kind: 'work-added' });
  expect(looped?.weight).toBeGreaterThan(single?.weight ?? 1);
});

test('a dependency that is raised, the further the worse', () => {
  const weight = (from: string, to: string) =>
    hazardsOf(`-\texample.com/pb v${from}\n+\texample.com/pb v${to}`, ['go.mod'])[0]?.weight ?? 0;

  expect(weight('1.4.0', '2.0.0')).toBeGreaterThan(weight('1.4.0', '1.9.0'));
  expect(weight('1.4.0', '1.9.0')).toBeGreaterThan(weight('1.4.0', '1.4.1'));
});

test('comments and prose are none', () => {
  expect(kinds('-// limit of 50\n+// limit of 5')).toEqual([]);
  expect(kinds('')).toEqual([]);
});
