/** The workloads whose pod template rolls out by itself when it changes. */
export const rollingWorkloads = ['apps/v1/Deployment', 'apps/v1/StatefulSet', 'apps/v1/DaemonSet'] as const;
