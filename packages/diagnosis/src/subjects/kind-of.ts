const groups: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    Deployment: ['apps', 'extensions'],
    StatefulSet: ['apps'],
    DaemonSet: ['apps', 'extensions'],
    ReplicaSet: ['apps', 'extensions'],
    ControllerRevision: ['apps'],
    Job: ['batch'],
    CronJob: ['batch'],
    Pod: [''],
    Service: [''],
    Secret: [''],
    ConfigMap: [''],
    Node: [''],
    Namespace: [''],
    ServiceAccount: [''],
    Endpoints: [''],
    Event: ['', 'events.k8s.io'],
    PersistentVolumeClaim: [''],
    PersistentVolume: [''],
    ResourceQuota: [''],
    LimitRange: [''],
    Ingress: ['networking.k8s.io', 'extensions'],
    NetworkPolicy: ['networking.k8s.io', 'extensions'],
    HorizontalPodAutoscaler: ['autoscaling'],
    StorageClass: ['storage.k8s.io'],
    Role: ['rbac.authorization.k8s.io'],
    RoleBinding: ['rbac.authorization.k8s.io'],
    ClusterRole: ['rbac.authorization.k8s.io'],
    ClusterRoleBinding: ['rbac.authorization.k8s.io'],
  }),
);

/**
 * The kind under which an object is indexed: the plain kind, or `Kind.group` where another API group uses the name of
 * a built-in kind (a Knative `Service.serving.knative.dev`).
 */
export function kindOf(kind: string, apiVersion: string | undefined): string {
  const known = groups.get(kind);
  if (known === undefined || apiVersion === undefined) return kind;
  const slash = apiVersion.indexOf('/');
  const group = slash === -1 ? '' : apiVersion.slice(0, slash);
  return known.includes(group) ? kind : `${kind}.${group}`;
}
