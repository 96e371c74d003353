import { z } from 'zod';
import type { ActionDefinition } from '../../action-definition.ts';
import { findPodTemplate } from '../../object/find-pod-template.ts';
import { readPath } from '../../object/read-path.ts';
import { requireObject } from '../../object/require-object.ts';
import { revisionKinds } from '../../object/revision-kinds.ts';
import { revisionsOf } from '../../object/revisions-of.ts';
import { rollingWorkloads } from '../../object/rolling-workloads.ts';
import { targetChanged } from '../../object/target-changed.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { setOperations } from '../../patch/set-operations.ts';

const Arguments = z.strictObject({ serviceAccount: z.string().regex(/^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/) });
type Arguments = z.infer<typeof Arguments>;

/** Brings a workload back to a ServiceAccount that an earlier revision ran as; no other is accepted, because it may have more rights. */
export const action: ActionDefinition<Arguments> = {
  type: 'set-service-account',
  title: 'Restore a ServiceAccount',
  method: 'patch',
  disruptsPods: true,
  targets: rollingWorkloads,
  arguments: Arguments,
  needs: revisionKinds,
  classify: () => ({ class: 'R3', reasons: ['The identity of a program changes.'] }),
  change(object, input, related) {
    const live = requireObject(object);
    const isKnown = revisionsOf(live, related).some(
      (revision) => (revision.template.spec.serviceAccountName ?? 'default') === input.serviceAccount,
    );
    if (!isKnown)
      throw targetChanged(`No revision of ${live.kind} ${live.metadata.name} ran as ${input.serviceAccount}.`);
    const { path, template } = findPodTemplate(live);
    const alias =
      template.spec.serviceAccount === undefined
        ? []
        : setOperations(live, [...path, 'spec', 'serviceAccount'], input.serviceAccount);
    return patchChange([
      ...setOperations(live, [...path, 'spec', 'serviceAccountName'], input.serviceAccount),
      ...alias,
    ]);
  },
  undo(before) {
    if (before === undefined) return undefined;
    const { path } = findPodTemplate(before);
    const serviceAccount = readPath(before, ...path, 'spec', 'serviceAccountName') ?? 'default';
    return typeof serviceAccount === 'string'
      ? { type: 'set-service-account', arguments: { serviceAccount } }
      : undefined;
  },
  describe: (input) => `Run as the ServiceAccount ${input.serviceAccount} again.`,
};
