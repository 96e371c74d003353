import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { actionCatalogue } from '@auto-ops/policy';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { resources } from './resources.ts';

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly rules?: readonly { readonly apiGroups: string[]; readonly resources: string[]; readonly verbs: string[] }[];
  readonly spec?: {
    readonly matchConditions?: readonly { readonly expression: string }[];
    readonly failurePolicy?: string;
  };
}

const base = join(import.meta.dirname, '../../../../k8s/base');

function manifests(name: string): Manifest[] {
  return parseAllDocuments(readFileSync(join(base, name), 'utf8')).map((document) => document.toJS() as Manifest);
}

/** `group/resource verb` of everything the actions of the catalogue need, and the list of budgets that policy looks at. */
function neededRights(): string[] {
  const right = (kind: string, verb: string) => {
    const resource = resources[kind];
    if (resource === undefined) throw new Error(`the actuator does not address ${kind}`);
    const parts = kind.split('/');
    return `${parts.length === 3 ? parts[0] : ''}/${resource.plural} ${verb}`;
  };
  const rights = actionCatalogue
    .filter((definition) => definition.method !== 'edit')
    .flatMap((definition) => [
      ...definition.targets.flatMap((kind) => [right(kind, 'get'), right(kind, definition.method)]),
      ...(definition.needs ?? []).map((kind) => right(kind, 'list')),
    ]);
  return [...new Set([...rights, right('policy/v1/PodDisruptionBudget', 'list')])].sort();
}

test.each(['actuator-rehearse', 'actuator-apply'])(
  'the role of %s is what the catalogue needs, no less and no more',
  (name) => {
    const role = manifests(`${name}.yaml`).find((manifest) => manifest.kind === 'ClusterRole');

    const granted = (role?.rules ?? []).flatMap(({ apiGroups, resources: plurals, verbs }) =>
      apiGroups.flatMap((group) => plurals.flatMap((plural) => verbs.map((verb) => `${group}/${plural} ${verb}`))),
    );

    expect(granted.toSorted()).toEqual(neededRights());
  },
);

test.each(['actuator-rehearse', 'actuator-apply'])('admission holds %s to its purpose and fails closed', (name) => {
  const policy = manifests(`${name}.yaml`).find((manifest) => manifest.kind === 'ValidatingAdmissionPolicy');

  expect(policy?.spec?.failurePolicy).toBe('Fail');
  expect(policy?.spec?.matchConditions?.map((condition) => condition.expression)).toEqual([
    `request.userInfo.username == 'system:serviceaccount:auto-ops:${name}'`,
  ]);
});

test('the actuator addresses no kind that the catalogue does not need', () => {
  const kinds = actionCatalogue.flatMap((definition) =>
    definition.method === 'edit' ? [] : [...definition.targets, ...(definition.needs ?? [])],
  );

  expect(Object.keys(resources).toSorted()).toEqual(
    [...new Set([...kinds, 'policy/v1/PodDisruptionBudget'])].toSorted(),
  );
});
