import type { CauseDefinition } from './cause-definition.ts';

/** Causes of the category `storage`. */
export const storageCauses = [
  {
    code: 'claim-unbound',
    category: 'storage',
    title: 'Claim not bound',
    meaning: 'A PersistentVolumeClaim waits for a volume that nobody provides.',
    subject: 'the PersistentVolumeClaim',
    proves:
      'A claim in Pending beyond its grace with ProvisioningFailed or no matching volume, and a pod that waits for it.',
    rulesOut: 'The claim waits for its first consumer (WaitForFirstConsumer) and none is scheduled.',
  },
  {
    code: 'claim-missing',
    category: 'storage',
    title: 'Claim missing',
    meaning: 'A pod refers to a PersistentVolumeClaim that does not exist.',
    subject: 'the PersistentVolumeClaim',
    proves: 'FailedScheduling "persistentvolumeclaim not found".',
    rulesOut: 'The claim exists.',
  },
  {
    code: 'storage-class-missing',
    category: 'storage',
    title: 'Storage class missing',
    meaning: 'A claim names a storage class that does not exist.',
    subject: 'the PersistentVolumeClaim',
    proves:
      "A pending claim whose storageClassName is none of the cluster's classes, or a ProvisioningFailed event that says so.",
    rulesOut: 'The class exists.',
  },
  {
    code: 'volume-mount-failed',
    category: 'storage',
    title: 'Volume cannot be mounted',
    meaning: 'A bound volume cannot be attached or mounted.',
    subject: 'the workload whose pods wait',
    proves: 'FailedMount or FailedAttachVolume events that are not about a missing ConfigMap, Secret or claim.',
    rulesOut: 'The pod started since.',
  },
] as const satisfies readonly CauseDefinition[];
