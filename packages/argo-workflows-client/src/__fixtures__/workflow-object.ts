/** A Workflow as the API server answers it: suspended at `approve`, with more fields than anybody reads. */
export function workflowObject(name: string, over: { phase?: string; approve?: string; version?: string } = {}) {
  const { phase = 'Running', approve = 'Running', version = '10' } = over;
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Workflow',
    metadata: { name, uid: `uid-${name}`, resourceVersion: version, creationTimestamp: '2026-11-21T10:00:00Z', managedFields: [] },
    spec: { workflowTemplateRef: { name: 'auto-ops-incident' }, arguments: {} },
    status: {
      phase,
      startedAt: '2026-11-21T10:00:00Z',
      finishedAt: null,
      estimatedDuration: 12,
      nodes: {
        [`${name}-1`]: {
          id: `${name}-1`, name: `${name}.approve`, displayName: 'approve', type: 'Suspend', templateName: 'approve', phase: approve,
          boundaryID: name, startedAt: '2026-11-21T10:01:00Z', finishedAt: null, children: [`${name}-2`],
          outputs: { parameters: [{ name: 'decision', valueFrom: { supplied: {}, default: 'unread' } }] },
        },
      },
    },
  };
}
