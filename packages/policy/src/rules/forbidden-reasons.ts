import { type Action, Edit } from '@auto-ops/contracts';
import { z } from 'zod';
import { isForbiddenKind } from './is-forbidden-kind.ts';
import { isForbiddenNamespace } from './is-forbidden-namespace.ts';
import { isForbiddenPath } from './is-forbidden-path.ts';
import type { PolicyLimits } from './policy-limits.ts';

const clusterKinds = new Set(['Node']);

/** Why policy never allows an action, whoever approves; empty where it may. */
export function forbiddenReasons(action: Action, limits: PolicyLimits): readonly string[] {
  const { target } = action;
  if (target.kind === 'Repository') return forbiddenEdits(action);
  const reasons: string[] = [];
  if (isForbiddenKind(target.apiVersion, target.kind)) reasons.push(`A ${target.kind} is never changed.`);
  if (target.namespace === undefined) {
    if (!clusterKinds.has(target.kind)) reasons.push(`${target.kind} ${target.name} has no namespace.`);
  } else if (isForbiddenNamespace(target.namespace) || limits.protectedNamespaces.includes(target.namespace)) {
    reasons.push(`Nothing in the namespace ${target.namespace} is changed.`);
  }
  if (target.uid === undefined) reasons.push(`${target.kind} ${target.name} is not pinned by its uid.`);
  return reasons;
}

function forbiddenEdits(action: Action): readonly string[] {
  const edits = z.array(Edit).safeParse(action.arguments.edits);
  if (!edits.success) return ['The edits cannot be read.'];
  return edits.data
    .filter((edit) => isForbiddenPath(edit.path))
    .map((edit) => `The file ${edit.path} is never edited.`);
}
