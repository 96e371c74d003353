import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { diagnose } from '@auto-ops/diagnosis';
import { readBundle } from '@auto-ops/workspace';
import { describe, expect, test } from 'vitest';

interface Subject {
  kind: string;
  namespace?: string;
  name: string;
}
interface Expected {
  verdict: string[];
  code?: string;
  subject?: Subject;
  alsoAccept?: Subject[];
}

const folders = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(import.meta.dirname, entry.name, 'bundle.json')))
  .map((entry) => entry.name)
  .sort();
const words = (subject: Subject) => `${subject.kind} ${subject.namespace ?? ''}/${subject.name}`;

/** The same order at every run, and far from the recorded one. */
function shuffled<Item>(items: readonly Item[]): Item[] {
  const mixed = [...items];
  let state = 42;
  for (let index = mixed.length - 1; index > 0; index -= 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (index + 1);
    [mixed[index], mixed[other]] = [mixed[other] as Item, mixed[index] as Item];
  }
  return mixed;
}

test('there are recorded incidents', () => {
  expect(folders.length).toBeGreaterThanOrEqual(40);
});

describe.each(folders)('%s', (name) => {
  const folder = join(import.meta.dirname, name);

  test('is answered as the scenario expects', async () => {
    const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as Expected;
    const { manifest, evidence } = await readBundle(folder);

    const analysis = diagnose({ manifest, evidence });

    const [first] = analysis.causes;
    expect(expected.verdict).toContain(analysis.verdict);
    expect(first?.code).toBe(expected.code);
    const accepted = [expected.subject, ...(expected.alsoAccept ?? [])].filter((one) => one !== undefined).map(words);
    if (first) expect(accepted).toContain(words(first.subject as Subject));
    else expect(accepted).toEqual([]);
  });

  test('gives the same bytes again, and with its lines in another order', async () => {
    const { manifest, evidence } = await readBundle(folder);

    const once = JSON.stringify(diagnose({ manifest, evidence }));

    expect(JSON.stringify(diagnose({ manifest, evidence }))).toBe(once);
    expect(JSON.stringify(diagnose({ manifest, evidence: shuffled(evidence) }))).toBe(once);
    expect(JSON.stringify(diagnose({ manifest, evidence: evidence.toReversed() }))).toBe(once);
  });

  test('cites only what is in the bundle', async () => {
    const { manifest, evidence } = await readBundle(folder);
    const ids = new Set(evidence.map((item) => item.id));

    const { causes, findings, ruledOut } = diagnose({ manifest, evidence });

    const cited = [...causes, ...findings, ...ruledOut].flatMap((one) => one.evidence);
    expect(cited.filter((reference) => !ids.has(reference.replace(/#\d+$/, '')))).toEqual([]);
  });

  test('is small and holds no value of a Secret or a ConfigMap', async () => {
    const { evidence } = await readBundle(folder);

    expect(statSync(join(folder, 'evidence.ndjson')).size).toBeLessThan(300_000);
    for (const item of evidence) {
      if (item.kind !== 'object') continue;
      const { object } = item.body as { object: { kind: string; data?: Record<string, string> } };
      expect(object.kind).not.toBe('Secret');
      if (object.kind !== 'ConfigMap') continue;
      expect(Object.values(object.data ?? {}).filter((value) => !/^sha256:[0-9a-f]{64}$/.test(value))).toEqual([]);
    }
  });
});
