import { textField } from '../../fields/text-field.ts';
import type { ObjectItem, View } from '../../view.ts';
import { isPresentAt } from '../fields/is-present-at.ts';
import { serviceSelector } from './service-selector.ts';

/** The pods a Service can send to: selected, not being deleted, not ended. */
export function servicePods(view: View, service: ObjectItem): readonly ObjectItem[] {
  return view.podsMatching(service.object.metadata.namespace, serviceSelector(service)).filter(({ object }) => {
    const phase = textField(object, 'status', 'phase');
    return !isPresentAt(object, 'metadata', 'deletionTimestamp') && phase !== 'Succeeded' && phase !== 'Failed';
  });
}
