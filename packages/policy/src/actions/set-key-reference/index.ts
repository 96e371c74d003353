import type { ActionDefinition } from '../../action-definition.ts';
import { findPodTemplate } from '../../object/find-pod-template.ts';
import { referencedNames } from '../../object/referenced-names.ts';
import { requireObject } from '../../object/require-object.ts';
import { revisionKinds } from '../../object/revision-kinds.ts';
import { revisionsOf } from '../../object/revisions-of.ts';
import { rollingWorkloads } from '../../object/rolling-workloads.ts';
import { targetChanged } from '../../object/target-changed.ts';
import { patchChange } from '../../patch/patch-change.ts';
import { undoEnvironment } from '../../patch/undo-environment.ts';
import { KeyReference } from './key-reference.ts';
import { referenceOperations } from './reference-operations.ts';

/**
 * Points a variable, an `envFrom` entry or a volume at another ConfigMap, Secret or key. A Secret must be one that the workload
 * refers to already or did in an earlier revision, so that no plan can hand it somebody else's.
 */
export const action: ActionDefinition<KeyReference> = {
  type: 'set-key-reference',
  title: 'Correct a reference to a key',
  method: 'patch',
  disruptsPods: true,
  targets: [...rollingWorkloads, 'batch/v1/CronJob'],
  arguments: KeyReference,
  needs: revisionKinds,
  classify: () => ({ class: 'R3', reasons: ['The configuration of a program changes.'] }),
  change(object, input, related) {
    const live = requireObject(object);
    if (input.where !== 'volume-item' && input.source === 'Secret') {
      const { template } = findPodTemplate(live);
      const templates = [template, ...revisionsOf(live, related).map((revision) => revision.template)];
      if (!templates.some((known) => referencedNames(known, 'Secret').has(input.object)))
        throw targetChanged(`${live.kind} ${live.metadata.name} never referred to the Secret ${input.object}.`);
    }
    return patchChange(referenceOperations(live, input));
  },
  undo(before, input) {
    if (before === undefined) return undefined;
    switch (input.where) {
      case 'environment':
        return undoEnvironment(before, input.container, input.name);
      case 'environment-from':
      case 'volume':
        return { type: 'set-key-reference', arguments: { ...input, from: input.object, object: input.from } };
      case 'volume-item':
        return { type: 'set-key-reference', arguments: { ...input, from: input.key, key: input.from } };
    }
  },
  describe(input) {
    switch (input.where) {
      case 'environment':
        return `Read the variable ${input.name} of container ${input.container} from key ${input.key} of ${input.source} ${input.object}.`;
      case 'environment-from':
        return `Read the variables of container ${input.container} from ${input.source} ${input.object} in place of ${input.from}.`;
      case 'volume':
        return `Mount ${input.source} ${input.object} in place of ${input.from} as volume ${input.volume}.`;
      case 'volume-item':
        return `Mount key ${input.key} in place of ${input.from} in volume ${input.volume}.`;
    }
  },
};
