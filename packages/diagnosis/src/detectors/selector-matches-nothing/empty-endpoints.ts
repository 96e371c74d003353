import { labelsField } from '../../fields/labels-field.ts';
import { listAt } from '../../kubernetes/fields/list-at.ts';
import type { ObjectItem, View } from '../../view.ts';

/** The Endpoints or EndpointSlice that says that a Service has no pod; undefined where one has, or none was read. */
export function emptyEndpoints(view: View, service: ObjectItem): ObjectItem | undefined {
  const { namespace, name } = service.object.metadata;
  const slices = view
    .objects('EndpointSlice')
    .filter(
      ({ object }) =>
        object.metadata.namespace === namespace &&
        labelsField(object, 'metadata', 'labels')['kubernetes.io/service-name'] === name,
    );
  if (slices.length > 0)
    return slices.every(({ object }) => listAt(object, 'endpoints').length === 0) ? slices[0] : undefined;
  const endpoints = view.object('Endpoints', namespace, name);
  return endpoints === undefined || listAt(endpoints.object, 'subsets').length > 0 ? undefined : endpoints;
}
