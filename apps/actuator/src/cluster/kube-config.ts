/** The one class that is used of the client library: a file of its own, so that bundles hold nothing else of it. */
export { KubeConfig } from '@kubernetes/client-node';
