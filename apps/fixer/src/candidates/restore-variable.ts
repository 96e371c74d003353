import type { JsonValue } from '@auto-ops/contracts';
import type { ObjectItem } from '@auto-ops/diagnosis';
import { actionCatalogue, type Container, readPath } from '@auto-ops/policy';
import { containerPairs } from '../situation/container-pairs.ts';
import { revisionPair } from '../situation/revision-pair.ts';
import type { Situation } from '../situation/situation.ts';
import { textFact } from '../situation/text-fact.ts';
import type { Candidate } from './candidate.ts';
import { draftAction } from './draft-action.ts';
import { isRedacted } from './is-redacted.ts';

type Variable = NonNullable<Container['env']>[number];
type Restored = { readonly type: string; readonly arguments: Record<string, JsonValue> };

/** The variables that the present revision lost or changed and whose absence is the fault, as the last healthy revision had them. */
export function restoreVariable(situation: Situation, workload: ObjectItem | undefined): readonly Candidate[] {
  const pair = workload === undefined ? undefined : revisionPair(situation.view, workload);
  if (workload === undefined || pair === undefined) return [];
  const name = textFact(situation, 'variable');
  const lost = containerPairs(pair).flatMap(({ name: container, present, previous }) =>
    (previous.env ?? [])
      .filter((variable) => name === undefined || variable.name === name)
      .filter((variable) => {
        const now = (present.env ?? []).find((entry) => entry.name === variable.name);
        return now === undefined ? true : name !== undefined && JSON.stringify(now) !== JSON.stringify(variable);
      })
      .map((variable) => restore(container, variable)),
  );
  const actions = lost.filter((entry) => entry !== undefined);
  // Part of what was lost is no repair that was proved.
  if (actions.length === 0 || actions.length !== lost.length || actions.length > 3) return [];
  const target = `${workload.object.kind} ${workload.object.metadata.name}`;
  const names = actions.map((action) => String(action.arguments.name)).join(', ');
  return [
    {
      summary: `Give ${target} the variable ${names} back that revision ${pair.previous.revision} had.`,
      actions: actions.map((action) =>
        draftAction(situation, workload, {
          ...action,
          expected: `The pods of ${target} start with the variable ${String(action.arguments.name)}.`,
          evidence: pair.evidence,
        }),
      ),
    },
  ];
}

function restore(container: string, variable: Variable): Restored | undefined {
  const action = toAction(container, variable);
  if (action === undefined) return undefined;
  const definition = actionCatalogue.find((entry) => entry.type === action.type);
  return definition?.arguments.safeParse(action.arguments).success === true ? action : undefined;
}

function toAction(container: string, variable: Variable): Restored | undefined {
  const { name } = variable;
  if (variable.value !== undefined) {
    if (isRedacted(variable.value)) return undefined;
    return { type: 'set-environment', arguments: { container, name, value: variable.value } };
  }
  for (const [source, member] of [
    ['ConfigMap', 'configMapKeyRef'],
    ['Secret', 'secretKeyRef'],
  ] as const) {
    const object = readPath(variable.valueFrom, member, 'name');
    const key = readPath(variable.valueFrom, member, 'key');
    if (typeof object === 'string' && typeof key === 'string')
      return { type: 'set-key-reference', arguments: { where: 'environment', container, name, source, object, key } };
  }
  return undefined;
}
