import { labelsField } from '../../fields/labels-field.ts';

/** The label by which pods and revisions belong together. */
export function revisionHash(object: unknown): string | undefined {
  const labels = labelsField(object, 'metadata', 'labels');
  return labels['pod-template-hash'] ?? labels['controller-revision-hash'];
}
