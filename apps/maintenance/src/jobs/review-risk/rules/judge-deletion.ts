import { about } from './about.ts';
import type { ObjectRule } from './rule.ts';

const holdsData = new Set([
  'PersistentVolumeClaim',
  'PersistentVolume',
  'StatefulSet',
  'Namespace',
  'Secret',
  'CustomResourceDefinition',
]);
const guards = new Set(['PodDisruptionBudget', 'NetworkPolicy', 'ResourceQuota', 'LimitRange']);
const admission =
  /^(ValidatingAdmissionPolicy|ValidatingAdmissionPolicyBinding|ValidatingWebhookConfiguration|MutatingWebhookConfiguration)$/;

/** Objects that are no longer declared: where what is declared is what there is, they are deleted. */
export const judgeDeletion: ObjectRule = ({ before, after }) => {
  if (before === undefined || after !== undefined) return [];
  const { kind } = before.object;
  if (kind === 'Kustomization') return [];
  const { line: _, ...finding } =
    guards.has(kind) || admission.test(kind)
      ? about(
          before,
          'guard-removed',
          admission.test(kind) || kind === 'NetworkPolicy' ? 'R4' : 'R3',
          'what it kept out or kept alive is no longer',
        )
      : holdsData.has(kind)
        ? about(before, 'object-deleted', 'R4', 'it holds data or what others rest on')
        : about(before, 'object-deleted', 'R3', 'it is no longer declared');
  // The file it stood in may be gone.
  return [finding];
};
