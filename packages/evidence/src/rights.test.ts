import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { specialists } from './specialists/registry.ts';

type Rule = { readonly apiGroups: string[]; readonly resources: string[]; readonly verbs: string[] };
type Manifest = {
  readonly kind: string;
  readonly rules?: Rule[];
  readonly subjects?: object[];
  readonly roleRef?: { name: string };
};

const read = (path: string) =>
  parseAllDocuments(readFileSync(new URL(`../../../k8s/${path}`, import.meta.url), 'utf8')).map(
    (document) => document.toJS() as Manifest,
  );
const manifests = read('base/collector-cluster.yaml');
const flat = (rules: readonly Rule[]) =>
  rules.flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) => resources.flatMap((resource) => verbs.map((verb) => `${verb} ${group}/${resource}`))),
  );

const neededIn = (wanted: string) =>
  specialists
    .filter(({ zone }) => zone === wanted)
    .flatMap(({ rights }) =>
      rights.map(({ group, resources, verbs }) => ({
        apiGroups: [group],
        resources: [...resources],
        verbs: [...verbs],
      })),
    );

test.each([
  ['cluster', 'base/collector-cluster.yaml'],
  ['releases', 'overlays/helm-history/account.yaml'],
])('the ClusterRole of the zone %s grants what its specialists need and nothing else', (zone, path) => {
  const granted = read(path).find(({ kind }) => kind === 'ClusterRole')?.rules ?? [];

  expect(flat(granted).length).toBeGreaterThan(0);
  expect(flat(granted).sort()).toEqual([...new Set(flat(neededIn(zone)))].sort());
});

test('only reading verbs, and nothing of Secrets', () => {
  const granted = flat(manifests.flatMap(({ rules = [] }) => rules));

  expect(granted.length).toBeGreaterThan(30);
  expect(
    granted.filter(
      (right) =>
        !/^(?:get|list) /.test(right) || /\/(?:secrets|.*(?:exec|attach|proxy|portforward|token))$|\*/.test(right),
    ),
  ).toEqual([]);
});

test('no zone but `cluster` and the opt-in `releases` asks for rights on the cluster', () => {
  const asking = specialists.filter(({ rights }) => rights.length > 0).map(({ zone }) => zone);

  expect([...new Set(asking)].sort()).toEqual(['cluster', 'releases']);
});

test('what may see Secrets is bound nowhere, and asked by no routine', () => {
  const bindings = read('overlays/helm-history/account.yaml').filter(({ kind }) => kind.endsWith('Binding'));
  const routine = specialists.filter(({ zone, isRoutine }) => zone === 'releases' && isRoutine);

  expect(bindings).toEqual([]);
  expect(routine).toEqual([]);
});
