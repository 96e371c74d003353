import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { z } from 'zod';
import type { KubernetesObject } from './kubernetes.ts';

/** One thing to wait for; the first key says what. README.md explains each. */
export const Condition = z.union([
  z.strictObject({ ready: z.string() }),
  z.strictObject({ unready: z.string() }),
  z.strictObject({ waiting: z.string(), pods: z.string(), message: z.string().optional() }),
  z.strictObject({ terminated: z.string(), pods: z.string() }),
  z.strictObject({ restarts: z.number(), pods: z.string() }),
  z.strictObject({ event: z.string(), message: z.string().optional() }),
  z.strictObject({ log: z.string(), pods: z.string(), previous: z.boolean().optional() }),
  z.strictObject({ object: z.string(), at: z.string().optional(), is: z.string().optional() }),
  z.strictObject({ endpoints: z.string(), count: z.number() }),
  z.strictObject({ gone: z.string() }),
  z.strictObject({ terminating: z.string() }),
  z.strictObject({ seconds: z.number() }),
]);
export type Condition = z.infer<typeof Condition>;

const Verdict = z.enum(['identified', 'suspected', 'unknown', 'no-fault']);
const Subject = z.strictObject({
  apiVersion: z.string(),
  kind: z.string(),
  namespace: z.string().optional(),
  name: z.string(),
});

/** What scenario.yaml holds. */
export const Scenario = z.strictObject({
  name: z.string(),
  code: z.string().optional(),
  kind: z.enum(['fault', 'healthy', 'blind']),
  namespace: z.string(),
  needs: z.array(z.enum(['node', 'registry'])).default([]),
  alone: z.boolean().default(false),
  static: z.string().optional(),
  quick: z.boolean().default(false),
  alert: z.looseObject({
    name: z.string(),
    status: z.enum(['firing', 'resolved']),
    labels: z.record(z.string(), z.string()),
  }),
  target: z.strictObject({ kind: z.string(), namespace: z.string().optional(), name: z.string() }),
  ready: z.array(z.string()).default([]),
  waitFor: z.array(Condition),
  timeoutSeconds: z.number(),
  expected: z.strictObject({
    verdict: z.union([Verdict, z.array(Verdict).min(1)]).transform((verdict) => [verdict].flat()),
    code: z.string().optional(),
    subject: Subject.optional(),
    alsoAccept: z.array(Subject).default([]),
  }),
  repair: z
    .strictObject({
      expected: z.array(z.string()),
      outcome: z.enum(['recovered', 'undone']).default('recovered'),
      recovered: z.array(Condition),
      unchanged: z.array(z.string()).default([]),
    })
    .optional(),
});
export type Scenario = z.infer<typeof Scenario>;

/** A step of fault.yaml: an object to apply, or a condition to wait for before the next one. */
export type FaultStep = KubernetesObject | { pause: Condition };

/** A scenario with its folder and manifests. */
export interface LoadedScenario extends Scenario {
  folder: string;
  before: KubernetesObject[];
  fault: FaultStep[];
}

function documents<T>(file: string, node: string): T[] {
  if (!existsSync(file)) return [];
  return parseAllDocuments(readFileSync(file, 'utf8').replaceAll('$node', node))
    .map((document) => document.toJS() as T)
    .filter((value) => value !== null);
}

/** Reads every scenario below a folder, sorted by name; `$node` becomes the given node's name. */
export function loadScenarios(root: string, node: string): LoadedScenario[] {
  return readdirSync(root)
    .sort()
    .map((name) => {
      const folder = join(root, name);
      const text = readFileSync(join(folder, 'scenario.yaml'), 'utf8').replaceAll('$node', node);
      const scenario = Scenario.safeParse(parse(text));
      if (!scenario.success) throw new Error(`${folder}/scenario.yaml: ${z.prettifyError(scenario.error)}`);
      if (scenario.data.name !== name) throw new Error(`${folder}/scenario.yaml has the name ${scenario.data.name}`);
      return {
        ...scenario.data,
        folder,
        before: documents<KubernetesObject>(join(folder, 'before.yaml'), node),
        fault: documents<FaultStep>(join(folder, 'fault.yaml'), node),
      };
    });
}
