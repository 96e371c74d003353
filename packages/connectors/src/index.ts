/** The contract of the package: outside systems, one folder each. */
export { alertFingerprint } from './alert-fingerprint.ts';
export type { Connector, Delivery } from './connector.ts';
export { connectors } from './registry.ts';
