import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';

/** Writes a kubeconfig for an address and gives its path. */
export function kubeconfigFor(server: string): string {
  const file = join(temporaryFolder(), 'kubeconfig');
  const config = {
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [{ name: 'test', cluster: { server, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'collector', user: { token: 'letmein' } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'collector' } }],
    'current-context': 'test',
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}
