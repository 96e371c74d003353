import { Analysis } from '@auto-ops/contracts';
import { describe, expect, test } from 'vitest';
import { scenarios } from './__fixtures__/scenarios.ts';
import { diagnose } from './diagnose.ts';
import { createView } from './view/create-view.ts';

const names = (subjects: readonly { kind: string; name: string }[]) =>
  subjects.map(({ kind, name }) => `${kind} ${name}`);

describe('causes', () => {
  test('names the cause, what suffers from it and the revision that brought it', () => {
    const analysis = diagnose(scenarios.brokenImage);

    expect(analysis.verdict).toBe('identified');
    expect(analysis.causes[0]).toMatchObject({
      rank: 1,
      code: 'image-not-found',
      category: 'image',
      subject: { kind: 'Deployment', name: 'cart' },
      changes: ['ev-2'],
    });
    expect(names(analysis.affected)).toEqual(['Ingress web', 'Service cart']);
    expect(analysis.suspectChanges[0]).toMatchObject({ id: 'ev-2' });
    expect(analysis.diagnostics.map(({ command }) => command)).toContain(
      'kubectl describe deployment/cart --namespace shop',
    );
    expect(analysis.summary.match(/[.!?](\s|$)/g)).toHaveLength(2);
  });

  test('finds the cause two steps behind the Ingress that the alert names', () => {
    const analysis = diagnose(scenarios.brokenBehindIngress);

    expect(analysis.verdict).toBe('identified');
    expect(analysis.causes[0]).toMatchObject({ code: 'image-not-found', subject: { name: 'cart' } });
  });

  test('ranks the fault that the alert is about above another one in the same namespace', () => {
    const analysis = diagnose(scenarios.twoFaults);

    expect(analysis.causes.map(({ subject }) => subject.name)).toEqual(['search', 'cart']);
    expect(analysis.causes[0]!.confidence).toBeGreaterThan(analysis.causes[1]!.confidence + 0.2);
  });

  test('knows the workload of a pod that is gone by its name', () => {
    expect(diagnose(scenarios.gonePod)).toMatchObject({
      verdict: 'identified',
      causes: [{ subject: { kind: 'Deployment', name: 'cart' } }],
    });
  });

  test('blames the node for what fails on it', () => {
    expect(diagnose(scenarios.nodeDown).causes[0]).toMatchObject({
      code: 'node-not-ready',
      subject: { kind: 'Node', name: 'node-1' },
    });
  });

  test('falls back to the namespace where the evidence does not know the target', () => {
    expect(diagnose(scenarios.unknownTarget)).toMatchObject({
      verdict: 'identified',
      causes: [{ subject: { name: 'cart' } }],
    });
  });

  test('only suspects a fault beside the target that nothing connects with it', () => {
    expect(diagnose(scenarios.besideUnclear)).toMatchObject({
      verdict: 'suspected',
      causes: [{ subject: { name: 'cart' } }],
    });
  });

  test('answers a question', () => {
    expect(diagnose(scenarios.question)).toMatchObject({
      verdict: 'identified',
      causes: [{ code: 'image-not-found' }],
    });
  });
});

describe('no fault', () => {
  test.each([
    ['healthy', 'has 1 of 1 ready'],
    ['healthyBesideBroken', 'search has 1 of 1 ready'],
    ['recovered', 'stable for 40 minutes after 2 restarts'],
    ['scaledToZero', 'scaled to zero'],
    ['suspended', 'suspended'],
    ['rollingOut', 'rolling out within its deadline'],
    ['cordonedQuietly', 'cordoned and nothing waits'],
    ['watchdog', 'Watchdog is no incident'],
    ['resolved', 'KubePodNotReady is resolved'],
  ] as const)('%s: %s', (name, reason) => {
    const analysis = diagnose(scenarios[name]);

    expect(analysis.verdict).toBe('no-fault');
    expect(analysis.causes).toEqual([]);
    expect(analysis.affected).toEqual([]);
    expect(analysis.summary).toContain(reason);
  });

  test.each(['healthyUncovered', 'slowButReady', 'empty'] as const)('is not said without proof: %s', (name) => {
    expect(diagnose(scenarios[name]).verdict).toBe('unknown');
  });
});

test('asks for the namespace of a dependency that was not read', () => {
  expect(diagnose(scenarios.otherNamespace).request).toMatchObject({ scope: { namespaces: ['data'] } });
  expect(diagnose(scenarios.brokenImage).request).toBeUndefined();
});

describe.each(Object.keys(scenarios) as (keyof typeof scenarios)[])('%s', (name) => {
  const bundle = scenarios[name];
  const analysis = diagnose(bundle);

  test('is a valid Analysis whose every reference resolves', () => {
    const view = createView(bundle);
    const cited = [
      ...analysis.causes.flatMap(({ evidence, changes }) => [...evidence, ...changes]),
      ...analysis.findings.flatMap(({ evidence }) => evidence),
      ...analysis.ruledOut.flatMap(({ evidence }) => evidence),
      ...analysis.suspectChanges.map(({ id }) => id),
    ];

    expect(Analysis.safeParse(analysis).error).toBeUndefined();
    expect(cited.filter((reference) => !view.resolves(reference))).toEqual([]);
    expect(names(analysis.affected)).not.toContain(names(analysis.causes.slice(0, 1).map(({ subject }) => subject))[0]);
  });

  test('is the same, byte for byte, for any order of the lines', () => {
    for (let seed = 1; seed <= 8; seed += 1) {
      const shuffled = diagnose({
        manifest: { ...bundle.manifest, coverage: shuffle(bundle.manifest.coverage ?? [], seed) },
        evidence: shuffle(bundle.evidence, seed),
      });

      expect(JSON.stringify(shuffled)).toBe(JSON.stringify(analysis));
    }
  });

  test('copes with any field missing', () => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const evidence = bundle.evidence.map((item) =>
        item.kind === 'object' && item.body !== undefined
          ? {
              ...item,
              body: {
                object: {
                  ...thin(item.body.object, seed),
                  metadata: item.body.object.metadata,
                  kind: item.body.object.kind,
                  apiVersion: item.body.object.apiVersion,
                },
              },
            }
          : item,
      ) as typeof bundle.evidence;

      expect(Analysis.safeParse(diagnose({ ...bundle, evidence })).error).toBeUndefined();
    }
  });
});

/** A repeatable sequence of numbers from 0 to 1. */
function sequence(seed: number): () => number {
  let state = seed * 2_654_435_761;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 3_266_489_917) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle<Value>(values: readonly Value[], seed: number): Value[] {
  const next = sequence(seed);
  return values
    .map((value) => ({ value, place: next() }))
    .sort((left, right) => left.place - right.place)
    .map(({ value }) => value);
}

/** The object with about a tenth of its fields gone, at any depth. */
function thin(value: unknown, seed: number): Record<string, unknown> {
  const next = sequence(seed);
  const visit = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.filter(() => next() > 0.1).map(visit);
    if (part === null || typeof part !== 'object') return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(() => next() > 0.1)
        .map(([key, member]) => [key, visit(member)]),
    );
  };
  return visit(value) as Record<string, unknown>;
}
