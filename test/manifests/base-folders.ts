/** Where the objects are that the base installs. */
export const baseFolders = ['argo/events', 'argo/maintenance', 'argo/templates', 'k8s/base'] as const;
