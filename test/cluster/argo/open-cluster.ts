import { type ChildProcess, spawn } from 'node:child_process';
import { readConnection } from '../harness/kubeconfig.ts';
import { createKubernetes } from '../harness/kubernetes.ts';
import type { TestCluster } from '../harness/test-cluster.ts';
import type { Cluster } from './cluster.ts';

/** The cluster as these checks use it. */
export function openCluster({ kubeconfig, environment }: TestCluster): Cluster {
  const { server, authority, ...credentials } = readConnection(kubeconfig);
  const place = { server, ...(authority === undefined ? {} : { authority }) };
  const kubernetes = createKubernetes({ ...place, ...credentials });
  const forwards: ChildProcess[] = [];

  return {
    kubernetes,
    kubectl(words, input) {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const child = spawn('kubectl', words, { env: environment, stdio: ['pipe', 'pipe', 'pipe'] });
      let printed = '';
      let complaint = '';
      child.stdout.setEncoding('utf8').on('data', (text) => {
        printed += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text) => {
        complaint += text;
      });
      child.on('error', reject);
      child.on('close', (code) =>
        code === 0
          ? resolve(printed)
          : reject(new Error(`kubectl ${words.join(' ')}: ${complaint.trim().slice(0, 600)}`)),
      );
      child.stdin.end(input);
      return promise;
    },
    as: async (namespace, account) =>
      createKubernetes({ ...place, token: await kubernetes.token(namespace, account, 900) }),
    forward(namespace, service, port) {
      const { promise, resolve, reject } = Promise.withResolvers<string>();
      const child = spawn('kubectl', ['-n', namespace, 'port-forward', `service/${service}`, `:${port}`], {
        env: environment,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      forwards.push(child);
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        const [, local] = /127\.0\.0\.1:(\d+)/.exec(text) ?? [];
        if (local) resolve(`http://127.0.0.1:${local}`);
      });
      child.on('error', reject);
      child.on('close', () => reject(new Error(`no way to ${service} in ${namespace}`)));
      return promise;
    },
    close() {
      for (const child of forwards) child.kill();
      kubernetes.close();
    },
  };
}
