import type { Subject } from '@auto-ops/contracts';
import { field } from '../fields/field.ts';
import { numberField } from '../fields/number-field.ts';
import { textField } from '../fields/text-field.ts';
import { isClusterScoped } from '../subjects/is-cluster-scoped.ts';
import type { EventItem, ObjectItem } from '../view.ts';

/** Reads a Kubernetes Event of either API (core/v1 and events.k8s.io); undefined where it is about nothing. */
export function eventItemOf({ id, object }: ObjectItem, observedAt: string): EventItem | undefined {
  const about = field(object, 'involvedObject') ?? field(object, 'regarding');
  const subject = readSubject(about, object.metadata.namespace);
  if (subject === undefined) return undefined;
  const created = textField(object, 'metadata', 'creationTimestamp');
  const time = textField(object, 'eventTime') ?? created ?? observedAt;
  const first = textField(object, 'firstTimestamp') ?? textField(object, 'deprecatedFirstTimestamp') ?? time;
  const last =
    textField(object, 'series', 'lastObservedTime') ??
    textField(object, 'lastTimestamp') ??
    textField(object, 'deprecatedLastTimestamp') ??
    time;
  const count =
    numberField(object, 'series', 'count') ??
    numberField(object, 'count') ??
    numberField(object, 'deprecatedCount') ??
    1;
  return {
    id,
    type: textField(object, 'type') ?? 'Normal',
    reason: textField(object, 'reason') ?? '',
    message: textField(object, 'message') ?? textField(object, 'note') ?? '',
    count,
    first,
    last,
    subject,
  };
}

function readSubject(about: unknown, eventNamespace: string | undefined): Subject | undefined {
  const kind = textField(about, 'kind');
  const name = textField(about, 'name');
  if (kind === undefined || name === undefined) return undefined;
  // An Event about a cluster-scoped object lies in "default", which is not the object's namespace.
  const namespace = isClusterScoped(kind) ? undefined : (textField(about, 'namespace') ?? eventNamespace);
  const apiVersion = textField(about, 'apiVersion');
  return {
    ...(apiVersion === undefined ? {} : { apiVersion }),
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    name,
  };
}
