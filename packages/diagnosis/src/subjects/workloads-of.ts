import type { ObjectItem, View } from '../view.ts';
import { podTemplateOf } from './pod-template-of.ts';

const kinds = [
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'CronJob',
  'Job',
  'ReplicaSet',
  'Rollout',
  'ReplicationController',
  'Pod',
];

/** Every topmost workload of the evidence that has a pod template: no ReplicaSet of a Deployment, no pod of a Job. */
export function workloadsOf(view: View): readonly ObjectItem[] {
  return kinds.flatMap((kind) =>
    view.objects(kind).filter((item) => {
      if (podTemplateOf(item) === undefined) return false;
      const top = view.workload(item);
      // A pod of an operator's own resource has no template above it: then the pod stands for itself.
      return top === item || podTemplateOf(top) === undefined;
    }),
  );
}
