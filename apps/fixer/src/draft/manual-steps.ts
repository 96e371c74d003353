import { type Cause, type CauseCode, causeList } from '@auto-ops/contracts';

/** What a person does where no action helps; `{subject}` and `{namespace}` are filled in. */
const steps: Partial<Record<CauseCode, readonly string[]>> = {
  'image-not-found': ['Push the image that {subject} names, or name one that exists.'],
  'image-pull-denied': [
    'Give the namespace {namespace} a pull secret that may read the image, and name it in {subject} or its ServiceAccount.',
  ],
  'image-name-invalid': ['Correct the image reference of {subject}.'],
  'config-key-missing': ['Add the missing key to its ConfigMap or Secret, or correct the reference of {subject}.'],
  'configmap-missing': ['Create the missing ConfigMap in {namespace}, or correct the reference to it.'],
  'secret-missing': [
    'Create the missing Secret in {namespace} from the store where its value is kept; auto-ops neither reads nor writes Secrets.',
  ],
  'service-account-missing': ['Create the missing ServiceAccount in {namespace} with the rights its program needs.'],
  'command-invalid': ['Correct the command of {subject}, or use an image that holds it.'],
  'out-of-memory': [
    'Find out why {subject} needs that much memory (compare the limit with what it used before) before its limit rises further.',
  ],
  'probe-misconfigured': ['Let the probe of {subject} ask a port and path that its container serves.'],
  'probe-too-early': ['Give {subject} a startup probe that covers its longest start.'],
  'unschedulable-resources': ['Lower the requests of {subject}, or add a node that has the resources.'],
  'unschedulable-selector': ['Label a node as {subject} asks, or change its selector.'],
  'unschedulable-taint': ['Remove the taint where it is not meant, or give {subject} a toleration where it is.'],
  'unschedulable-affinity': ['Loosen the affinity of {subject}, or add nodes until it can be met.'],
  'quota-exceeded': ['Ask for a higher quota in {namespace}, or lower what its workloads request.'],
  'limit-range-violated': ['Bring the requests and limits of {subject} within the LimitRange of {namespace}.'],
  'hpa-metrics-missing': [
    'Check that the metrics API answers (kubectl get --raw /apis/metrics.k8s.io/v1beta1/pods) and that the pods of {subject} request the resource it scales by.',
  ],
  'hpa-at-maximum': ['Raise the maximum of {subject} where the nodes have room, or find out what the load is.'],
  'node-not-ready': [
    'Look at the node {subject}: its kubelet, its container runtime, its network; drain it where it does not come back.',
  ],
  'node-pressure': ['Free memory or disk on the node {subject}, or move pods away from it.'],
  'node-cordoned': ['Ask who cordoned {subject}; uncordon it when the maintenance is over.'],
  'network-policy-blocks-traffic': ['Allow the known edge in {subject}: add the peer and port that its pods need.'],
  'network-policy-blocks-dns': ['Allow egress to the cluster DNS (port 53, UDP and TCP) in {subject}.'],
  'rbac-denied': ['Bind a Role with the denied verb and resource to {subject}, where it should have that right.'],
  'admission-webhook-down': [
    'Bring back the Service behind {subject}, or set its failurePolicy to Ignore until it is back.',
  ],
  'admission-denied': ['Read the message of the refusal and bring the pods of {subject} in line with the policy.'],
  'claim-unbound': ['Provide a volume that fits {subject}, or name a storage class that provisions one.'],
  'claim-missing': ['Create {subject}, or correct the name in the pod that refers to it.'],
  'storage-class-missing': [
    'Create the storage class, or make {subject} again with one that exists; the class of a claim cannot be changed.',
  ],
  'volume-mount-failed': [
    'See why the volume of {subject} cannot be attached or mounted; another node may still hold it.',
  ],
  'selector-matches-nothing': ['Let {subject} select labels that its pods carry.'],
  'target-port-mismatch': ['Let {subject} send to a port its pods listen on.'],
  'ingress-backend-missing': ['Let {subject} route to a Service and port that exist.'],
  'rollout-stuck': ['See why the newest pods of {subject} do not become ready.'],
  'job-backoff-limit': ['Correct what made {subject} fail, then run it again from its CronJob or manifest.'],
  'job-deadline-exceeded': ['See what {subject} waited for, or give it a longer deadline, then run it again.'],
  'dependency-refused': ['Bring {subject} back: it refuses the connections of its callers.'],
  'dependency-address-wrong': ['Correct the address that {subject} calls.'],
  'certificate-expired': ['Renew the certificate of {subject} and let its server load the new one.'],
  'external-outage': [
    'Follow the status page of {subject}; lower the calls or switch to another provider until it is over.',
  ],
  'application-crash': ['Read the last words of the crashed containers of {subject} and correct the program.'],
  'change-regression': ['Revert the change that began it, after its author has seen this report.'],
  'configuration-changed': ['Take back the change of configuration of {subject}.'],
};

/** What a person can do about a cause. */
export function manualSteps(cause: Pick<Cause, 'code' | 'subject'>): readonly string[] {
  const definition = causeList.find((entry) => entry.code === cause.code);
  const known = steps[cause.code] ?? (definition === undefined ? [] : [`${definition.title}: ${definition.meaning}`]);
  const subject = `${cause.subject.kind} ${cause.subject.name}`;
  return known.map((step) =>
    step.replaceAll('{subject}', subject).replaceAll('{namespace}', cause.subject.namespace ?? 'the namespace'),
  );
}
