/** What tests use: nothing of it is imported by a production file. */
export { guardConsole } from './console-guard.ts';
export { fakeGitHub } from './fake-github/fake-github.ts';
export type { FakeGitHub, GitHubFault } from './fake-github/start-fake-github.ts';
export { applyJsonPatch, type JsonPatchOperation } from './json-patch.ts';
export { type FakeObject, type KubernetesApi, kubernetesApi } from './kubernetes-api.ts';
export { type LoopbackAnswer, type LoopbackServer, loopbackServer, type ReceivedRequest } from './loopback-server.ts';
export { type ManualEngine, manualEngine } from './manual-engine.ts';
export { temporaryFolder } from './temporary-folder.ts';
