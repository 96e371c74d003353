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

const file = new URL('../../../k8s/base/collector-cluster.yaml', import.meta.url);
const manifests = parseAllDocuments(readFileSync(file, 'utf8')).map((document) => document.toJS() as Manifest);
const flat = (rules: readonly Rule[]) =>
  rules.flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) => resources.flatMap((resource) => verbs.map((verb) => `${verb} ${group}/${resource}`))),
  );

test('the ClusterRole of the zone grants what its specialists need and nothing else', () => {
  const needed = specialists
    .filter(({ zone }) => zone === 'cluster')
    .flatMap(({ rights }) =>
      rights.map(({ group, resources, verbs }) => ({
        apiGroups: [group],
        resources: [...resources],
        verbs: [...verbs],
      })),
    );

  const granted = manifests.find(({ kind }) => kind === 'ClusterRole')?.rules ?? [];

  expect(flat(granted).sort()).toEqual([...new Set(flat(needed))].sort());
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

test('no zone but `cluster` asks for rights on the cluster', () => {
  expect(specialists.filter(({ zone, rights }) => zone !== 'cluster' && rights.length > 0)).toEqual([]);
});
