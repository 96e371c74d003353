import { type LoopbackAnswer, loopbackServer, type ReceivedRequest } from '@auto-ops/testing';
import { openKubernetesReader } from '../cluster-api/open-kubernetes-reader.ts';
import { kubeconfigFor } from './kubeconfig-for.ts';

const quick = { tries: 3, milliseconds: 2000, firstPause: 1, longestPause: 5 };

/** A reader of a loopback server, with hardly any pauses between tries. */
export async function readerOf(answer: (request: ReceivedRequest) => LoopbackAnswer) {
  const server = await loopbackServer(answer);
  const reader = await openKubernetesReader({ kubeconfig: kubeconfigFor(server.url) }, new AbortController().signal, quick);
  return { reader, requests: server.requests };
}
