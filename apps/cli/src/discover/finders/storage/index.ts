import { z } from 'zod';
import type { Discovery, Patch } from '../../discovery.ts';
import type { Finder } from '../../finder.ts';
import { kinds } from '../../kinds.ts';

const StorageClass = z.looseObject({
  metadata: z.looseObject({ name: z.string(), annotations: z.record(z.string(), z.string()).catch({}) }),
  provisioner: z.string().catch('an unknown provisioner'),
});
const isDefault = 'storageclass.kubernetes.io/is-default-class';

function patchesFor(name: string): Patch[] {
  return [
    {
      target: { kind: 'PersistentVolumeClaim', name: 'auto-ops-.*', namespace: 'auto-ops' },
      operations: [{ op: 'add', path: '/spec/storageClassName', value: name }],
      reason: 'the store of the gateway and its backups, where no class is the default',
    },
    {
      target: { kind: 'WorkflowTemplate', name: 'auto-ops-incident', namespace: 'auto-ops' },
      operations: [{ op: 'add', path: '/spec/volumeClaimTemplates/0/spec/storageClassName', value: name }],
      reason: 'the workspace of each run, where no class is the default',
    },
  ];
}

/** Where the claims of the gateway and of each run get their volumes. */
export const finder: Finder = {
  name: 'storage',
  title: 'Storage',
  reads: [kinds.storageClasses],
  find(cluster): Discovery {
    const classes = cluster
      .list(kinds.storageClasses)
      .map((object) => StorageClass.parse(object))
      .map(({ metadata, provisioner }) => ({
        name: metadata.name,
        provisioner,
        isDefault: metadata.annotations[isDefault] === 'true',
      }));
    const found = classes.map((entry) => ({
      what: 'StorageClass',
      kind: 'StorageClass',
      name: entry.name,
      by: 'object' as const,
      use: 'used' as const,
      detail: `${entry.provisioner}${entry.isDefault ? ', the default' : ''}`,
    }));
    if (classes.some((entry) => entry.isDefault) || !cluster.isComplete(kinds.storageClasses)) return { found };
    const [first] = classes;
    if (first === undefined) {
      return {
        found,
        missing: [
          {
            weight: 'needed',
            what: 'No StorageClass',
            next: 'Install a provisioner of volumes: the gateway keeps 10 GiB, each run needs 1 GiB while it lasts.',
          },
        ],
      };
    }
    return {
      found,
      patches: patchesFor(first.name),
      missing: [
        {
          weight: 'needed',
          what: 'No default StorageClass',
          next: 'Make one the default, or use the proposed patches, which name the class.',
          snippet: `kubectl annotate storageclass ${first.name} ${isDefault}=true\n`,
        },
      ],
    };
  },
};
