import { type Action, AutoOpsError, type JsonValue } from '@auto-ops/contracts';
import { applyOperations, managedBy, parseAction } from '@auto-ops/policy';
import type { Candidate } from '../candidates/candidate.ts';
import { expressInSource, type WantedChange } from '../source/express-in-source.ts';
import { Inexpressible } from '../source/inexpressible.ts';
import type { DraftInput } from './draft-input.ts';
import type { Realised } from './realised.ts';

/** What has no meaning in a file that declares objects. */
const liveOnly = new Set(['delete-pod', 'rollout-restart', 'cordon', 'uncordon']);

/**
 * A candidate as actions of a plan: on the cluster in a live run, as edits of the repository in a replay or where another tool
 * owns the objects. What another tool owns and no repository declares is not done.
 */
export function realise(candidate: Candidate, input: DraftInput): Realised {
  const actions = candidate.actions.map((action, index): Action => ({ id: `a${index + 1}`, ...action }));
  const owner = ownerOf(actions, input);
  if (input.incident.mode === 'live' && owner === undefined) {
    const notes =
      input.files === undefined
        ? []
        : ['Make the same change in the repository, or the next deployment brings the fault back.'];
    return { actions, notes };
  }
  const why = owner === undefined ? 'Nothing live is changed in a replay' : `${owner} owns it`;
  if (input.files === undefined) return { reason: `${why}, and the run has no repository that declares it.` };
  return inSource(candidate, actions, input, why);
}

function ownerOf(actions: readonly Action[], { view }: DraftInput): string | undefined {
  for (const { type, target } of actions) {
    const item = type === 'delete-pod' ? undefined : view.object(target.kind, target.namespace, target.name);
    const owner = item === undefined ? undefined : managedBy(item.object);
    if (owner !== undefined) return owner;
  }
  return undefined;
}

function inSource(candidate: Candidate, actions: readonly Action[], input: DraftInput, why: string): Realised {
  const unwritable = actions.find((action) => liveOnly.has(action.type));
  if (unwritable !== undefined) return { reason: `${why}, and no file of a repository can say ${unwritable.type}.` };
  try {
    const edits = expressInSource(
      input.files ?? new Map(),
      actions.map((action) => wantedChange(action, input)),
    );
    const [first] = actions;
    const edit: Action = {
      id: 'a1',
      type: 'edit-source',
      target: { apiVersion: 'auto-ops.dev/v1', kind: 'Repository', name: 'repository' },
      arguments: {
        edits: edits.map(({ path, oldText, newText }) =>
          oldText === undefined ? { path, newText } : { path, oldText, newText },
        ),
      },
      expected: (first?.expected ?? candidate.summary).slice(0, 500),
      evidence: [...new Set(actions.flatMap((action) => action.evidence))].slice(0, 12),
    };
    return { actions: [edit], notes: [] };
  } catch (error) {
    if (error instanceof Inexpressible || error instanceof AutoOpsError) return { reason: error.message };
    throw error;
  }
}

/** The object as the evidence shows it and as the action would make it. */
function wantedChange(action: Action, { view }: DraftInput): WantedChange {
  const { target } = action;
  const item = view.object(target.kind, target.namespace, target.name);
  if (item === undefined) throw new Inexpressible(`The evidence does not hold ${target.kind} ${target.name}.`);
  const { definition, input } = parseAction(action);
  const related = { objects: view.owned(item).map((owned) => owned.object) };
  const change = definition.change(item.object, input, related);
  if (change.method !== 'patch') throw new Inexpressible(`No file of a repository can say ${action.type}.`);
  const after = applyOperations(item.object, change.operations);
  return { target, before: item.object as JsonValue, after: after as JsonValue };
}
