import type { Incident } from '@auto-ops/contracts';
import { createRedactor } from '@auto-ops/redaction';
import { nodeCryptography as cryptography } from '@auto-ops/runtime';
import { type LoopbackAnswer, type ReceivedRequest, temporaryFolder } from '@auto-ops/testing';
import type { CollectRequest } from '../specialist.ts';
import { readerOf } from './reader-of.ts';

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
