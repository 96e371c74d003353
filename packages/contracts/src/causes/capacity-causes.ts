import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `capacity`. */
export const capacityCauses = [
  {
    code: 'out-of-memory',
    category: 'capacity',
    title: 'Out of memory',
    meaning: 'A container used more memory than its limit and was killed.',
    subject: 'the workload whose container was killed',
    proves: 'A terminated state with reason OOMKilled, or exit 137 with an OOM event of the node.',
    rulesOut: 'The container was killed by a probe or a deletion.',
  },
  {
    code: 'quota-exceeded',
    category: 'capacity',
    title: 'Quota exceeded',
    meaning: "A namespace's ResourceQuota does not admit what a workload asks for.",
    subject: 'the ResourceQuota',
    proves: 'FailedCreate "exceeded quota".',
    rulesOut: 'Pods were created since.',
  },
  {
    code: 'limit-range-violated',
    category: 'capacity',
    title: 'Limit range violated',
    meaning: 'A LimitRange of the namespace refuses the pods of a workload.',
    subject: 'the workload',
    proves: 'FailedCreate "maximum/minimum … usage per Container/Pod" or "limit to request ratio".',
    rulesOut: 'Pods were created since.',
  },
  {
    code: 'hpa-metrics-missing',
    category: 'capacity',
    title: 'Autoscaler has no metrics',
    meaning: 'A HorizontalPodAutoscaler cannot read the metrics it scales by, so it does not scale.',
    subject: 'the HorizontalPodAutoscaler',
    proves: 'Condition ScalingActive=False with FailedGet…Metric.',
    rulesOut: 'The condition is true again.',
  },
  {
    code: 'hpa-at-maximum',
    category: 'capacity',
    title: 'Autoscaler at its maximum',
    meaning: 'A HorizontalPodAutoscaler wants more replicas than it may have.',
    subject: 'the HorizontalPodAutoscaler',
    proves: 'Condition ScalingLimited=True with TooManyReplicas while the metric is above its target.',
    rulesOut: 'The metric is at or below the target.',
  },
] as const satisfies readonly CauseDefinition[];
