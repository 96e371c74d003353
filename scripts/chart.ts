import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments, stringify } from 'yaml';

// node scripts/chart.ts: the base and what it takes in, as the one file that the Helm chart holds.
const root = join(import.meta.dirname, '..');
const manifests = ['k8s/base', 'argo/events', 'argo/maintenance', 'argo/templates'].flatMap((folder) =>
  readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml')
    .sort()
    .flatMap((name) =>
      parseAllDocuments(readFileSync(join(root, folder, name), 'utf8')).map((document) => {
        const object = document.toJS();
        if (folder === 'argo/templates') object.metadata = { ...object.metadata, namespace: 'auto-ops' };
        return stringify(object, { lineWidth: 0, aliasDuplicateObjects: false });
      }),
    ),
);
const head = '# Made by `node scripts/chart.ts` from k8s/base and argo; a test compares them.\n';
writeFileSync(join(root, 'k8s', 'chart', 'manifests.yaml'), head + manifests.join('---\n'));
