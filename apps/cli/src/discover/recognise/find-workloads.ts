import type { ClusterView } from '../cluster-view.ts';
import type { Workload, WorkloadContainer } from './workload.ts';
import { workloadsIn } from './workloads-in.ts';

/** What something is recognised by: a container that fits image and words where they are given, or else a name. */
export interface Marks {
  /** Matches the whole path of the image, without registry and tag. */
  readonly image?: RegExp;
  /** Values of the label `app.kubernetes.io/name`, or of `app` and `k8s-app`. */
  readonly names?: readonly string[];
  /** Matches the command and arguments, separated by blanks. */
  readonly words?: RegExp;
}

/** A workload that bears the marks, and the container that does. */
export interface MarkedWorkload {
  readonly workload: Workload;
  readonly container: WorkloadContainer | undefined;
  readonly by: 'image' | 'label';
  /** Of the image's tag, else of the label `app.kubernetes.io/version`. */
  readonly version?: string;
}

const nameLabels = ['app.kubernetes.io/name', 'app', 'k8s-app'];

function marked(workload: Workload, { image, names = [], words }: Marks): MarkedWorkload | undefined {
  const isMarked = image !== undefined || words !== undefined;
  const container = workload.containers.find(
    (one) => isMarked && image?.test(one.image.path) !== false && words?.test(one.words.join(' ')) !== false,
  );
  const isNamed = nameLabels.some((label) => names.includes(workload.labels[label] ?? workload.podLabels[label] ?? ''));
  if (container === undefined && !isNamed) return undefined;
  const version =
    container?.image.version ?? workload.labels['app.kubernetes.io/version'] ?? workload.containers[0]?.image.version;
  return {
    workload,
    container: container ?? workload.containers[0],
    by: container === undefined ? 'label' : 'image',
    ...(version === undefined ? {} : { version }),
  };
}

/** The workloads that bear the marks, by place. */
export function findWorkloads(cluster: ClusterView, marks: Marks): MarkedWorkload[] {
  return workloadsIn(cluster)
    .map((workload) => marked(workload, marks))
    .filter((found) => found !== undefined)
    .sort((one, other) =>
      `${one.workload.namespace}/${one.workload.name}` < `${other.workload.namespace}/${other.workload.name}` ? -1 : 1,
    );
}
