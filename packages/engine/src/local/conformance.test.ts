import { temporaryFolder } from '@auto-ops/testing';
import { describe, expect, it, onTestFinished } from 'vitest';
import { checkScenario } from '../conformance/check-scenario.ts';
import { engineScenarios } from '../conformance/engine-scenarios.ts';
import { openFixtureEngine } from '../conformance/open-fixture-engine.ts';

describe('the local engine', () => {
  it.each(engineScenarios.map((scenario) => [scenario.title, scenario] as const))('%s', async (_, scenario) => {
    const engine = openFixtureEngine(temporaryFolder(), scenario.template);
    onTestFinished(() => engine.close());

    await expect(checkScenario(scenario, engine, 10_000)).resolves.toBeUndefined();
  });
});
