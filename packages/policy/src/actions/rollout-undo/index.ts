import type { JsonValue } from '@auto-ops/contracts';
import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { currentRevision } from '../../object/current-revision.ts';
import { findPodTemplate } from '../../object/find-pod-template.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { revisionKinds } from '../../object/revision-kinds.ts';
import { revisionsOf } from '../../object/revisions-of.ts';
import { rollingWorkloads } from '../../object/rolling-workloads.ts';
import { targetChanged } from '../../object/target-changed.ts';
import { jsonPointer } from '../../patch/json-pointer.ts';
import { patchChange } from '../../patch/patch-change.ts';

/** `source` names the ReplicaSet or ControllerRevision, whose template never changes; `revision` is its number for people. */
const Arguments = z.strictObject({ revision: z.int().min(0), source: z.string().min(1).max(253) });
type Arguments = z.infer<typeof Arguments>;

/** Brings a workload back to the pod template of an earlier revision. */
export const action: ActionDefinition<Arguments> = {
  type: 'rollout-undo',
  title: 'Roll back to an earlier revision',
  method: 'patch',
  disruptsPods: true,
  targets: rollingWorkloads,
  arguments: Arguments,
  needs: revisionKinds,
  classify(object) {
    if (object?.kind === 'StatefulSet')
      return { class: 'R3', reasons: ['A StatefulSet keeps data that a rollback does not bring back.'] };
    return { class: 'R2', reasons: ['An earlier template of the same workload; the present one stays as a revision.'] };
  },
  change(object, input, related) {
    const live = requireObject(object);
    const wanted = revisionsOf(live, related).find((revision) => revision.source === input.source);
    if (wanted === undefined)
      throw targetChanged(
        `Revision ${input.revision} (${input.source}) of ${live.kind} ${live.metadata.name} is gone.`,
      );
    const { path } = findPodTemplate(live);
    const before = readPath(live, ...path) as JsonValue;
    if (JSON.stringify(before) === JSON.stringify(wanted.raw)) return patchChange([]);
    const pointer = jsonPointer(...path);
    return patchChange([
      { op: 'test', path: pointer, value: before },
      { op: 'replace', path: pointer, value: wanted.raw as JsonValue },
    ]);
  },
  undo(before, _input, related) {
    const present = before === undefined ? undefined : currentRevision(before, related);
    if (present === undefined) return undefined;
    return { type: 'rollout-undo', arguments: { revision: present.revision, source: present.source } };
  },
  describe: (input) => `Roll back to revision ${input.revision} (${input.source}).`,
};
