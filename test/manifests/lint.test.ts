import { describe, expect, it } from 'vitest';
import type { Manifest } from './manifest.ts';
import { eventPlants } from './plants/event-plants.ts';
import type { Plant } from './plants/plant.ts';
import { workflowPlants } from './plants/workflow-plants.ts';
import { readManifests } from './read-manifests.ts';
import { rules } from './rules/index.ts';

const manifests = readManifests('argo', 'k8s');

/** For each rule, what breaks it. */
const plants: Record<keyof typeof rules, readonly Plant[]> = { ...eventPlants, ...workflowPlants };

describe.each(Object.entries(rules))('%s', (name, rule) => {
  it(`holds: ${rule.title}`, () => {
    expect(rule.check(manifests)).toEqual([]);
  });

  it.each(plants[name as keyof typeof rules].map((plant, index) => [index + 1, plant] as const))(
    'notices when it is broken, %i',
    (_, { kind, name: object, spoil }) => {
      const spoiled = structuredClone(manifests) as Manifest[];
      const target = spoiled.find((one) => one.kind === kind && one.metadata.name === object);
      expect(target).toBeDefined();
      spoil(target);

      const problems = rule.check(spoiled);

      expect(problems.length).toBeGreaterThan(0);
    },
  );
});
