import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `scheduling`. */
export const schedulingCauses = [
  {
    code: 'unschedulable-resources',
    category: 'scheduling',
    title: 'No node has the resources',
    meaning: 'A pod cannot be placed because it asks for more CPU, memory or other resources than any node has free.',
    subject: 'the workload whose pods are pending',
    proves: 'FailedScheduling or PodScheduled=False that says Insufficient cpu, memory or an extended resource.',
    rulesOut: 'The pod was scheduled since.',
  },
  {
    code: 'unschedulable-selector',
    category: 'scheduling',
    title: 'No node matches the selector',
    meaning: 'A pod cannot be placed because no node carries the labels of its nodeSelector or node affinity.',
    subject: 'the workload whose pods are pending',
    proves: 'FailedScheduling "didn\'t match Pod\'s node affinity/selector" with a nodeSelector in the pod.',
    rulesOut: 'A node carries the labels.',
  },
  {
    code: 'unschedulable-taint',
    category: 'scheduling',
    title: 'Taints keep the pod away',
    meaning: 'A pod cannot be placed because every fitting node has a taint that it does not tolerate.',
    subject: 'the workload whose pods are pending',
    proves: 'FailedScheduling "had untolerated taint".',
    rulesOut: 'The taint is that of a node that is down or cordoned: then that is the cause.',
  },
  {
    code: 'unschedulable-affinity',
    category: 'scheduling',
    title: 'Pod affinity cannot be met',
    meaning: 'A pod cannot be placed because of its affinity or anti-affinity to other pods, or its topology spread.',
    subject: 'the workload whose pods are pending',
    proves:
      'FailedScheduling "didn\'t match pod affinity rules", "anti-affinity rules" or "topology spread constraints".',
    rulesOut: 'The pod was scheduled since.',
  },
] as const satisfies readonly CauseDefinition[];
