import { createHash, createHmac } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Incident, KubernetesObject } from '@auto-ops/contracts';
import { createRedactor } from '@auto-ops/redaction';
import { type LoopbackAnswer, loopbackServer, type ReceivedRequest, temporaryFolder } from '@auto-ops/testing';
import { openKubernetesReader } from '../cluster-api/open-kubernetes-reader.ts';
import type { CollectRequest } from '../specialist.ts';

const quick = { tries: 3, milliseconds: 2000, firstPause: 1, longestPause: 5 };
const cryptography = {
  sha256: (text: string) => createHash('sha256').update(text).digest('hex'),
  hmac: (key: string, text: string) => createHmac('sha256', key).update(text).digest('hex'),
  verifyEd25519: () => false,
};

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

/** A reader of a loopback server, with hardly any pauses between tries. */
export async function readerOf(answer: (request: ReceivedRequest) => LoopbackAnswer) {
  const server = await loopbackServer(answer);
  const reader = await openKubernetesReader({ kubeconfig: kubeconfigFor(server.url) }, new AbortController().signal, quick);
  return { reader, requests: server.requests };
}

/** Answers lists out of these objects, by namespace, `limit` a page; logs by `namespace/pod/container`, `-p` for the previous one. */
export function answerFrom(
  objects: readonly (KubernetesObject & { plural: string })[],
  logs: Readonly<Record<string, string>> = {},
): (request: ReceivedRequest) => LoopbackAnswer {
  return ({ path }) => {
    const url = new URL(path, 'http://x');
    const log = /^\/api\/v1\/namespaces\/([^/]+)\/pods\/([^/]+)\/log$/.exec(url.pathname);
    if (log !== null) {
      const suffix = url.searchParams.get('previous') === 'true' ? '-p' : '';
      const text = logs[`${log[1]}/${log[2]}/${url.searchParams.get('container')}${suffix}`];
      return text === undefined ? { status: 404, body: { kind: 'Status', message: 'no such log' } } : { body: text };
    }
    const match = /^\/apis?\/(?:[^/]+\/)?v\d\/(?:namespaces\/([^/]+)\/)?([a-z]+)$/.exec(url.pathname);
    if (match === null) return { status: 404, body: { kind: 'Status', message: 'not found' } };
    const [, namespace, plural] = match;
    const found = objects
      .filter((object) => object.plural === plural && (namespace === undefined || object.metadata.namespace === namespace))
      .map(({ plural: _, kind: __, apiVersion: ___, ...rest }) => rest);
    const start = Number(url.searchParams.get('continue') ?? 0);
    const limit = Number(url.searchParams.get('limit') ?? found.length);
    const next = start + limit < found.length ? String(start + limit) : undefined;
    return { body: { kind: 'List', metadata: { continue: next }, items: found.slice(start, start + limit) } };
  };
}

const window = { from: '2026-11-21T12:00:00Z', to: '2026-11-21T13:00:00Z' };
const incident: Incident = {
  schemaVersion: 1,
  id: 'a1',
  title: 'cart is down',
  severity: 'critical',
  createdAt: window.to,
  fingerprint: 'a'.repeat(64),
  mode: 'live',
  alerts: [{ source: 'test', name: 'Down', status: 'firing', labels: {}, annotations: {} }],
  window,
};

/** A request about these namespaces, with what a test changes. */
export function requestFor(
  answer: (request: ReceivedRequest) => LoopbackAnswer,
  changes: Partial<CollectRequest> = {},
): CollectRequest {
  return {
    incident,
    scope: { namespaces: ['shop'] },
    targets: [],
    window,
    capturedAt: window.to,
    folder: temporaryFolder(),
    redactor: createRedactor({ key: 'key', cryptography }),
    cryptography,
    signal: new AbortController().signal,
    searchPath: '/usr/local/bin:/usr/bin:/bin',
    openCluster: async () => (await readerOf(answer)).reader,
    readRecorded: async () => undefined,
    ...changes,
  };
}
