import { Time } from '@auto-ops/contracts';
import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { findPodTemplate } from '../../object/find-pod-template.ts';
import { requireObject } from '../../object/require-object.ts';
import { rollingWorkloads } from '../../object/rolling-workloads.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

/** `at` is the time of the evidence: the plan must say exactly what will be written. */
const Arguments = z.strictObject({ at: Time });
type Arguments = z.infer<typeof Arguments>;

/** Replaces every pod of a workload by rolling out the same template again. */
export const action: ActionDefinition<Arguments> = {
  type: 'rollout-restart',
  title: 'Restart a rollout',
  method: 'patch',
  disruptsPods: true,
  targets: rollingWorkloads,
  arguments: Arguments,
  classify(object) {
    if (object?.kind === 'StatefulSet')
      return { class: 'R3', reasons: ['A StatefulSet restarts its members one by one.'] };
    return { class: 'R2', reasons: ['The same template rolls out again.'] };
  },
  change(object, input) {
    const live = requireObject(object);
    const { path } = findPodTemplate(live);
    const keys = [...path, 'metadata', 'annotations', 'kubectl.kubernetes.io/restartedAt'];
    return patchChange(setOperations(live, keys, input.at));
  },
  undo: () => undefined,
  describe: () => 'Restart every pod of the workload, one after the other.',
};
