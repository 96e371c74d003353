/** The contract of the package: outside systems, one folder each. */
export { alertFingerprint } from './alert-fingerprint.ts';
export type { Command } from './command.ts';
export type { Connector } from './connector.ts';
export type { Delivery } from './delivery.ts';
export { deliveryId } from './github/delivery-id.ts';
export { createGitHubReader } from './github/read/create-github-reader.ts';
export type { GitHubReader } from './github/read/github-reader.ts';
export type { Interpretation } from './interpretation.ts';
export type { Meaning } from './meaning.ts';
export type { Origin } from './origin.ts';
export { connectors } from './registry.ts';
