import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@auto-ops/testing';
import { expect, it } from 'vitest';
import { kubeconfigCredentials } from './kubeconfig-credentials.ts';
import { podCredentials } from './pod-credentials.ts';

function kubeconfig(user: object, over: object = {}): string {
  const file = join(temporaryFolder(), 'kubeconfig');
  const config = {
    'current-context': 'main',
    contexts: [{ name: 'main', context: { cluster: 'here', user: 'me' } }],
    clusters: [{ name: 'here', cluster: { server: 'https://127.0.0.1:6443/', 'certificate-authority-data': 'Q0E=' } }],
    users: [{ name: 'me', user }],
    ...over,
  };
  writeFileSync(file, JSON.stringify(config));
  return file;
}

it('reads inline data, files beside the kubeconfig, and tokens', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'me.key'), 'KEY');

  const one = kubeconfigCredentials(kubeconfig({ token: 'word', 'client-certificate-data': 'Q0VSVA==' }));
  const other = kubeconfigCredentials(kubeconfig({ 'client-key': join(folder, 'me.key') }));

  expect(one).toMatchObject({ server: 'https://127.0.0.1:6443', authority: 'CA', certificate: 'CERT' });
  expect(one.token?.()).toBe('word');
  expect(other.key).toBe('KEY');
  expect(other.token).toBeUndefined();
});

it.each([
  ['a context that there is not', () => kubeconfigCredentials(kubeconfig({}), 'other'), /context other/],
  ['a program that makes tokens', () => kubeconfigCredentials(kubeconfig({ exec: {} })), /program/],
  ['a user that is missing', () => kubeconfigCredentials(kubeconfig({}, { users: [] })), /incomplete/],
  ['a file that is missing', () => kubeconfigCredentials('/nowhere/kubeconfig'), /cannot be read/],
  ['a pod that is none', () => podCredentials('/nowhere'), /no pod/],
])('refuses %s', (_, read, message) => {
  expect(read).toThrowError(
    expect.objectContaining({ code: 'KUBECONFIG_INVALID', message: expect.stringMatching(message) }),
  );
});

it('reads what a pod is given, the token anew each time', () => {
  const folder = temporaryFolder();
  for (const [name, text] of [
    ['ca.crt', 'CA'],
    ['namespace', 'auto-ops'],
    ['token', 'old\n'],
  ] as const) {
    writeFileSync(join(folder, name), text);
  }

  const credentials = podCredentials(folder);
  writeFileSync(join(folder, 'token'), 'new\n');

  expect(credentials).toMatchObject({ authority: 'CA', namespace: 'auto-ops' });
  expect(credentials.token?.()).toBe('new');
});
