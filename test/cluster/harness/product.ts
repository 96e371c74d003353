import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { Answer } from './compare.ts';
import type { Connection } from './kubeconfig.ts';
import type { Kubernetes, KubernetesObject } from './kubernetes.ts';

const rights = new Set([
  'Namespace',
  'ServiceAccount',
  'ClusterRole',
  'ClusterRoleBinding',
  'Role',
  'RoleBinding',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
]);
const namespace = 'auto-ops';

/** The product as its users run it: the command, with the rights that k8s/base gives its ServiceAccounts. */
export function createProduct(repository: string, kubernetes: Kubernetes, connection: Connection) {
  const folder = mkdtempSync(join(tmpdir(), 'auto-ops-cluster-test-'));
  const command = join(repository, 'dist', 'cli.mjs');

  return {
    folder,
    command,
    /** Applies the accounts and rights of k8s/base, namespaces first. */
    async applyRights(): Promise<void> {
      const base = join(repository, 'k8s', 'base');
      const objects = readdirSync(base, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.yaml') && statSync(join(base, name)).isFile())
        .sort()
        .flatMap((name) => parseAllDocuments(readFileSync(join(base, name), 'utf8')))
        .map((document) => document.toJS() as KubernetesObject | null)
        .filter((object) => object !== null && rights.has(object.kind)) as KubernetesObject[];
      const order = (object: KubernetesObject) => (object.kind === 'Namespace' ? 0 : 1);
      for (const object of objects.sort((a, b) => order(a) - order(b)))
        await kubernetes.apply(object, 'auto-ops-install');
    },
    /** Writes a kubeconfig that speaks as a ServiceAccount of the product for two hours; gives its path. */
    async kubeconfigOf(account: string): Promise<string> {
      const token = await kubernetes.token(namespace, account, 7200);
      const authority = connection.authority
        ? { 'certificate-authority-data': Buffer.from(connection.authority).toString('base64') }
        : {};
      const file = join(folder, `${account}.kubeconfig`);
      const config = {
        apiVersion: 'v1',
        kind: 'Config',
        clusters: [{ name: 'test', cluster: { server: connection.server, ...authority } }],
        users: [{ name: account, user: { token } }],
        contexts: [{ name: 'test', context: { cluster: 'test', user: account } }],
        'current-context': 'test',
      };
      writeFileSync(file, JSON.stringify(config), { mode: 0o600 });
      return file;
    },
    /** Runs `auto-ops investigate` for an alert; throws with what it printed when it fails. */
    async investigate(name: string, alert: object, kubeconfig: string): Promise<Answer> {
      const file = join(folder, `${name}.alert.json`);
      writeFileSync(file, JSON.stringify(alert));
      return JSON.parse(await run(['investigate', '--alert', file, '--kubeconfig', kubeconfig, '--output', 'json']));
    },
    /** Runs `auto-ops record` for an alert; the folder is replaced. */
    async record(name: string, alert: object, kubeconfig: string, target: string): Promise<void> {
      const file = join(folder, `${name}.alert.json`);
      writeFileSync(file, JSON.stringify(alert));
      rmSync(target, { recursive: true, force: true });
      await run(['record', target, '--alert', file, '--kubeconfig', kubeconfig]);
    },
  };

  function run(words: string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const options = { timeout: 60_000, maxBuffer: 64 * 1024 * 1024, cwd: repository };
      execFile(process.execPath, [command, ...words], options, (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const said = stderr.trim().split('\n').slice(-3).join(' | ');
        reject(new Error(`auto-ops ${words[0]} ended with ${error.code ?? error.signal}: ${said}`));
      });
    });
  }
}

export type Product = ReturnType<typeof createProduct>;
