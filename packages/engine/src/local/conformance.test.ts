import { temporaryFolder } from '@auto-ops/testing';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { checkScenario } from '../conformance/check-scenario.ts';
import { engineScenarios } from '../conformance/engine-scenarios.ts';
import { openFixtureEngine } from '../conformance/open-fixture-engine.ts';

// Two cores may be shared with the other tests.
vi.setConfig({ testTimeout: 60_000 });

describe('the local engine', () => {
  it.each(engineScenarios.map((scenario) => [scenario.title, scenario] as const))('%s', async (_, scenario) => {
    const engine = openFixtureEngine(temporaryFolder(), scenario.template);
    onTestFinished(() => engine.close());

    await expect(checkScenario(scenario, engine, 60_000)).resolves.toBeUndefined();
  });
});
