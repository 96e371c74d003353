import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Cluster } from '../cluster.ts';

const name = 'runbooks-of-the-cluster-test';
const templatePath = '/apis/argoproj.io/v1alpha1/namespaces/auto-ops/workflowtemplates/auto-ops-reindex';
const settings = { apiVersion: 'v1', kind: 'ConfigMap' };

/**
 * Puts a repository of runbooks where the re-index reads one, as a ConfigMap in its pod, because there is no server of repositories in
 * the cluster; gives what takes it away again.
 */
export async function layRepository(cluster: Cluster, files: Readonly<Record<string, string>>) {
  const { kubernetes } = cluster;
  const before = JSON.parse(await kubernetes.send('GET', templatePath)) as { spec: unknown };
  const content = bareRepository(files);
  const keys = Object.keys(content);
  await kubernetes.apply({
    ...settings,
    metadata: { name, namespace: 'auto-ops' },
    binaryData: Object.fromEntries(keys.map((path, index) => [`file-${index}`, content[path]])),
  });
  await kubernetes.apply({
    ...settings,
    metadata: { name: 'auto-ops-maintenance-reindex', namespace: 'auto-ops' },
    data: { AUTO_OPS_REPOSITORIES: 'test/runbooks /knowledge/runbooks.git main' },
  });
  // A ConfigMap is mounted as links, which git takes for something else; single files are not.
  const mounts = keys.map((path, index) => ({
    op: 'add',
    path: '/spec/templates/0/container/volumeMounts/-',
    value: { name: 'runbooks', mountPath: `/knowledge/runbooks.git/${path}`, subPath: `file-${index}`, readOnly: true },
  }));
  const volume = { op: 'add', path: '/spec/volumes/-', value: { name: 'runbooks', configMap: { name } } };
  await kubernetes.send('PATCH', templatePath, [volume, ...mounts], 'application/json-patch+json');
  return async () => {
    const back = [{ op: 'replace', path: '/spec', value: before.spec }];
    await kubernetes.send('PATCH', templatePath, back, 'application/json-patch+json');
    for (const one of [name, 'auto-ops-maintenance-reindex'])
      await kubernetes.remove({ ...settings, metadata: { name: one, namespace: 'auto-ops' } });
  };
}

/** Path and content, in base64, of every file of a bare repository with those files on its branch `main`. */
function bareRepository(files: Readonly<Record<string, string>>): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'auto-ops-runbooks-'));
  const git = (...words: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=test', '-c', 'user.email=test@example.org', ...words], {
      encoding: 'utf8',
    });
  try {
    git('init', '--quiet', '--initial-branch=main');
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(join(folder, path, '..'), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    git('add', '.');
    git('commit', '--quiet', '-m', 'runbooks');
    git('repack', '--quiet', '-a', '-d');
    const pack = join(folder, '.git', 'objects', 'pack');
    const packs = readdirSync(pack).filter((file) => /\.(pack|idx)$/.test(file));
    const base64 = (bytes: Buffer | string) => Buffer.from(bytes).toString('base64');
    return {
      HEAD: base64('ref: refs/heads/main\n'),
      config: base64('[core]\n\trepositoryformatversion = 0\n\tbare = true\n'),
      'refs/heads/main': base64(git('rev-parse', 'HEAD')),
      ...Object.fromEntries(packs.map((file) => [`objects/pack/${file}`, base64(readFileSync(join(pack, file)))])),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
