import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `configuration`. */
export const configurationCauses = [
  {
    code: 'config-key-missing',
    category: 'configuration',
    title: 'Configuration key missing',
    meaning:
      'A container needs a key that its configuration does not give: a key of a ConfigMap or Secret that is not there, or an environment variable the program insists on.',
    subject: 'the workload whose container lacks the key',
    proves:
      'CreateContainerConfigError "couldn\'t find key", or a crash whose last log lines name the missing variable while the pod template does not set it.',
    rulesOut: 'The key is present in the ConfigMap or in the environment of the container.',
  },
  {
    code: 'configmap-missing',
    category: 'configuration',
    title: 'ConfigMap missing',
    meaning: 'A pod refers to a ConfigMap that does not exist and is not optional.',
    subject: 'the ConfigMap',
    proves:
      'A waiting message or FailedMount event that says configmap not found; complete coverage of ConfigMaps without it.',
    rulesOut: 'The ConfigMap exists, or the reference is optional.',
  },
  {
    code: 'secret-missing',
    category: 'configuration',
    title: 'Secret missing',
    meaning: 'A pod refers to a Secret that does not exist and is not optional.',
    subject: 'the Secret',
    proves: 'A waiting message or FailedMount event that says secret not found.',
    rulesOut: 'The pod started since, or the reference is optional.',
  },
  {
    code: 'service-account-missing',
    category: 'configuration',
    title: 'ServiceAccount missing',
    meaning: 'A controller cannot create pods because their ServiceAccount does not exist.',
    subject: 'the ServiceAccount',
    proves: 'FailedCreate "serviceaccount not found" on the controller.',
    rulesOut: 'The ServiceAccount exists now and pods are created.',
  },
  {
    code: 'command-invalid',
    category: 'configuration',
    title: 'Command cannot start',
    meaning: "The container's command or entry point does not exist in the image or is not executable.",
    subject: 'the workload whose container has the command',
    proves:
      'StartError, ContainerCannotRun or RunContainerError with "executable file not found", "no such file or directory" or "permission denied"; exit 126 or 127.',
    rulesOut: 'The same command of the same image runs elsewhere.',
  },
  {
    code: 'probe-misconfigured',
    category: 'configuration',
    title: 'Probe asks the wrong thing',
    meaning:
      'A readiness, liveness or startup probe asks a port or path that the container does not serve, so a working container is not ready or is killed.',
    subject: 'the workload with the probe',
    proves:
      "Unhealthy events with connection refused or a 404 for the probe's port or path, while the container runs and declares or logs another port or path.",
    rulesOut: 'The container never gets to listen, or the probe succeeds.',
  },
  {
    code: 'probe-too-early',
    category: 'configuration',
    title: 'Probe gives too little time',
    meaning: 'A liveness or startup probe kills the container before it has started.',
    subject: 'the workload with the probe',
    proves:
      'Killing events by a failed probe at an age below the start-up time, restarts with exit 137 or 143, and logs that show a start still in progress.',
    rulesOut: 'The container was ready once in this life, or a startup probe covers the start.',
  },
  {
    code: 'selector-matches-nothing',
    category: 'configuration',
    title: 'Selector matches nothing',
    meaning: 'A Service selects no pod although pods for it exist or should exist.',
    subject: 'the Service',
    proves: 'A selector that no pod of the namespace matches; endpoints are empty; complete coverage of pods.',
    rulesOut:
      'The Service has no selector on purpose (ExternalName, manual endpoints), or its workload is scaled to zero.',
  },
  {
    code: 'target-port-mismatch',
    category: 'configuration',
    title: 'Target port mismatch',
    meaning: 'A Service sends traffic to a port on which its pods do not listen.',
    subject: 'the Service',
    proves:
      'The targetPort (name or number) is none of the ports the selected pods declare, or connections to it are refused while the pods are ready.',
    rulesOut: 'The pods declare no port at all and traffic flows.',
  },
  {
    code: 'ingress-backend-missing',
    category: 'configuration',
    title: 'Ingress to a missing Service',
    meaning: 'An Ingress routes to a Service or port that does not exist.',
    subject: 'the Ingress',
    proves: 'The backend names a Service that complete coverage does not hold, or a port that the Service lacks.',
    rulesOut: 'The Service and port exist.',
  },
  {
    code: 'rollout-stuck',
    category: 'configuration',
    title: 'Rollout stuck',
    meaning: 'A rollout made no progress within its deadline and no narrower cause explains it.',
    subject: 'the workload',
    proves: 'Condition Progressing=False with ProgressDeadlineExceeded.',
    rulesOut: 'A narrower cause of its pods, or the rollout completed since.',
  },
  {
    code: 'job-backoff-limit',
    category: 'configuration',
    title: 'Job gave up',
    meaning: 'A Job failed as often as its back-off limit allows and will not try again.',
    subject: 'the Job',
    proves: 'Condition Failed with BackoffLimitExceeded or PodFailurePolicy.',
    rulesOut: 'A later run of the same CronJob succeeded, or a narrower cause of its pods.',
  },
  {
    code: 'job-deadline-exceeded',
    category: 'configuration',
    title: 'Job ran out of time',
    meaning: 'A Job was ended at its active deadline.',
    subject: 'the Job',
    proves: 'Condition Failed with DeadlineExceeded.',
    rulesOut: 'A later run of the same CronJob succeeded.',
  },
  {
    code: 'configuration-changed',
    category: 'configuration',
    title: 'Configuration change broke it',
    meaning: 'Failures began with a change of configuration, not of the image.',
    subject: 'the workload',
    proves: 'The revision before differs in configuration alone and was healthy; failures begin with the new revision.',
    rulesOut: 'The previous revision fails as well.',
  },
] as const satisfies readonly CauseDefinition[];
