import { labelsField } from '../../fields/labels-field.ts';
import type { ObjectItem, View } from '../../view.ts';
import { matchesLabels } from '../names/matches-labels.ts';
import { podKeepers } from './pod-keepers.ts';
import { podTemplate } from './pod-template.ts';

/** The workloads of the namespace whose pod template carries the labels. */
export function workloadsMatching(
  view: View,
  namespace: string | undefined,
  labels: Readonly<Record<string, string>>,
): readonly ObjectItem[] {
  if (Object.keys(labels).length === 0) return [];
  return podKeepers(view, namespace).filter(({ object }) =>
    matchesLabels(labels, labelsField(podTemplate(object), 'metadata', 'labels')),
  );
}
