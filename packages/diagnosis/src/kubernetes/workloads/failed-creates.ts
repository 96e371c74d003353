import type { Subject } from '@auto-ops/contracts';
import { numberField } from '../../fields/number-field.ts';
import { subjectOf } from '../../subjects/subject-of.ts';
import type { EventItem, ObjectItem, View } from '../../view.ts';
import { conditionOf } from '../fields/condition-of.ts';
import { subject } from '../names/subject.ts';
import { isAfter } from '../times/is-after.ts';
import { latest } from '../times/latest.ts';
import { wantedReplicas } from './wanted-replicas.ts';
import { workloadSubject } from './workload-subject.ts';

/** A controller that cannot create its pods at present, in the API server's words. */
export interface FailedCreate {
  /** The workload to change. */
  readonly workload: Subject;
  readonly namespace?: string | undefined;
  readonly message: string;
  readonly evidence: readonly string[];
  readonly since: readonly (string | undefined)[];
  readonly item?: ObjectItem | undefined;
}

const kinds = ['ReplicaSet', 'StatefulSet', 'DaemonSet', 'Job', 'ReplicationController'];
const cache = new WeakMap<View, readonly FailedCreate[]>();

/** Controllers whose newest attempt to create a pod failed and that still lack pods; one entry a message. */
export function failedCreates(view: View): readonly FailedCreate[] {
  const known = cache.get(view);
  if (known !== undefined) return known;
  const failures = [
    ...kinds.flatMap((kind) => view.objects(kind).flatMap((item) => ofController(view, item))),
    ...view.objects('Deployment').flatMap((item) => ofCondition(view, item)),
    ...ofUnknownControllers(view),
  ];
  cache.set(view, failures);
  return failures;
}

function ofController(view: View, item: ObjectItem): FailedCreate[] {
  if (!lacksPods(view, item)) return [];
  const events = view.events(item).filter(({ reason }) => reason === 'FailedCreate');
  const condition = conditionOf(item.object, 'ReplicaFailure');
  const newest = events.at(-1);
  const conditionHolds = condition?.status === 'True' && condition.message !== '';
  if (newest === undefined && !conditionHolds) return [];
  const message = newest?.message ?? condition?.message ?? '';
  const same = events.filter((event) => event.message === message);
  return [
    {
      workload: workloadSubject(view, item),
      namespace: item.object.metadata.namespace,
      message,
      evidence: [...(newest === undefined ? [] : [newest.id]), item.id],
      since: [...same.map(({ first }) => first), conditionHolds ? condition.since : undefined],
      item,
    },
  ];
}

function lacksPods(view: View, item: ObjectItem): boolean {
  const { object } = item;
  const wanted = wantedReplicas(object);
  if (wanted === 0) return false;
  const present = numberField(object, 'status', object.kind === 'DaemonSet' ? 'currentNumberScheduled' : 'replicas');
  if (wanted !== undefined && present !== undefined && object.kind !== 'DaemonSet') return present < wanted;
  if (object.kind === 'Job' && ['Complete', 'Failed'].some((type) => conditionOf(object, type)?.status === 'True'))
    return false;
  const times = (reason: string) =>
    latest(
      ...view
        .events(item)
        .filter((event) => event.reason === reason)
        .map(({ last }) => last),
    );
  return !isAfter(times('SuccessfulCreate'), times('FailedCreate'));
}

function ofCondition(view: View, item: ObjectItem): FailedCreate[] {
  const condition = conditionOf(item.object, 'ReplicaFailure');
  if (condition?.status !== 'True' || condition.message === '') return [];
  // The ReplicaSet says more, where it is known.
  if (view.owned(item).some(({ object }) => conditionOf(object, 'ReplicaFailure')?.status === 'True')) return [];
  const { message, since } = condition;
  return [
    {
      workload: subjectOf(item.object),
      namespace: item.object.metadata.namespace,
      message,
      evidence: [item.id],
      since: [since],
      item,
    },
  ];
}

/** Events about controllers that the evidence lacks; a controller that complete evidence lacks was deleted. */
function ofUnknownControllers(view: View): FailedCreate[] {
  const newest = new Map<string, EventItem>();
  for (const event of view.eventsOf('FailedCreate')) {
    const { kind, namespace, name } = event.subject;
    if (!kinds.includes(kind) || view.object(kind, namespace, name) !== undefined || view.covers(kind, namespace))
      continue;
    newest.set(`${kind}/${namespace}/${name}`, event);
  }
  return [...newest.values()].map((event) => {
    const { namespace, name } = event.subject;
    const deployment = view.object('Deployment', namespace, name.replace(/-[a-z0-9]+$/, ''));
    const isOfDeployment = event.subject.kind === 'ReplicaSet' && deployment !== undefined;
    return {
      workload: isOfDeployment ? subjectOf(deployment.object) : subject('apps/v1', event.subject.kind, namespace, name),
      namespace,
      message: event.message,
      evidence: [event.id],
      since: [event.first],
      item: isOfDeployment ? deployment : undefined,
    };
  });
}
