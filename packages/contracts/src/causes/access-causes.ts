import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `access`. */
export const accessCauses = [
  {
    code: 'rbac-denied',
    category: 'access',
    title: 'RBAC denies',
    meaning: "A workload's ServiceAccount lacks a right that the program needs.",
    subject: 'the ServiceAccount',
    proves: 'A log line or event that says forbidden, with the user, verb and resource.',
    rulesOut: 'A Role that grants it is bound.',
  },
  {
    code: 'admission-webhook-down',
    category: 'access',
    title: 'Admission webhook down',
    meaning: 'An admission webhook that must answer does not, so objects cannot be created or changed.',
    subject: 'the webhook configuration',
    proves:
      'FailedCreate or an API error "failed calling webhook", with a refused or timed-out connection or a Service without endpoints.',
    rulesOut: "The webhook's failurePolicy is Ignore, or it answers.",
  },
  {
    code: 'admission-denied',
    category: 'access',
    title: 'Admission denied',
    meaning: 'An admission policy or webhook, or Pod Security, refuses the pods of a workload.',
    subject: 'the workload',
    proves: 'FailedCreate "denied the request", "violates PodSecurity" or a ValidatingAdmissionPolicy message.',
    rulesOut: 'Pods were created since.',
  },
] as const satisfies readonly CauseDefinition[];
