import type { Resource } from '../cluster-api/resource.ts';

/** Where volumes come from and where they are attached. */
export const storageResources: readonly Resource[] = [
  { group: '', version: 'v1', plural: 'persistentvolumes', kind: 'PersistentVolume', isNamespaced: false },
  { group: 'storage.k8s.io', version: 'v1', plural: 'storageclasses', kind: 'StorageClass', isNamespaced: false },
  { group: 'storage.k8s.io', version: 'v1', plural: 'csidrivers', kind: 'CSIDriver', isNamespaced: false },
  {
    group: 'storage.k8s.io',
    version: 'v1',
    plural: 'volumeattachments',
    kind: 'VolumeAttachment',
    isNamespaced: false,
  },
];
