import { AutoOpsError, Edit, type Plan } from '@auto-ops/contracts';
import type { View } from '@auto-ops/diagnosis';
import { applyOperations, type LiveObject, parseAction, readPath } from '@auto-ops/policy';
import { stringify } from 'yaml';
import { z } from 'zod';

/** A file, or an object as one, before and after a plan. */
export interface ChangedText {
  readonly path: string;
  readonly before: string;
  readonly after: string;
}

/** What a plan changes, as texts: the edited files, and each changed object without its status and bookkeeping. */
export function changedTexts(plan: Plan, view: View, files: ReadonlyMap<string, string>): readonly ChangedText[] {
  const edited = new Map<string, string>();
  const objects = new Map<string, { readonly before: LiveObject; after: LiveObject }>();
  for (const action of plan.actions) {
    if (action.type === 'edit-source') {
      for (const edit of z.array(Edit).parse(action.arguments.edits)) {
        const text = edited.get(edit.path) ?? files.get(edit.path) ?? '';
        edited.set(
          edit.path,
          edit.oldText === undefined ? edit.newText : text.replace(edit.oldText, () => edit.newText),
        );
      }
      continue;
    }
    const { kind, namespace, name } = action.target;
    const item = view.object(kind, namespace, name);
    if (item === undefined) continue;
    const key = [kind, namespace, name].filter((part) => part !== undefined).join('/');
    const state = objects.get(key) ?? { before: item.object, after: item.object };
    const { definition, input } = parseAction(action);
    try {
      const change = definition.change(state.after, input, { objects: view.owned(item).map((owned) => owned.object) });
      if (change.method === 'patch')
        objects.set(key, { ...state, after: applyOperations(state.after, change.operations) });
    } catch (error) {
      // The evidence may be partial; the rehearsal makes the diff that counts.
      if (!(error instanceof AutoOpsError)) throw error;
    }
  }
  return [
    ...[...edited].map(([path, after]) => ({ path, before: files.get(path) ?? '', after })),
    ...[...objects].map(([key, { before, after }]) => ({
      path: `${key}.yaml`,
      before: textOf(before),
      after: textOf(after),
    })),
  ];
}

function textOf(object: LiveObject): string {
  const { status: _status, metadata, ...rest } = object;
  const kept = {
    name: metadata.name,
    namespace: metadata.namespace,
    labels: readPath(metadata, 'labels'),
    annotations: readPath(metadata, 'annotations'),
  };
  return stringify(JSON.parse(JSON.stringify({ ...rest, metadata: kept })), { lineWidth: 0, sortMapEntries: true });
}
