import type { KubernetesObject } from '@auto-ops/contracts';
import type { ScopeQuestion } from '../../scope/scope-question.ts';
import { podOwners } from './pod-owners.ts';
import { PodShape } from './pod-shape.ts';

type Selector = Readonly<Record<string, string>>;

/** A pod whose logs may be read; the lower the rank, the more they are needed. */
export interface RankedPod {
  readonly pod: PodShape;
  readonly rank: number;
}

const ofTarget = 0;
const ill = 1;
const bystander = 4;

/**
 * Sorts pods by how much their logs are needed: ill ones of a target, other ill ones, healthy ones of a target, then one pod of every other workload.
 */
export function rankPods(objects: readonly KubernetesObject[], question: ScopeQuestion): RankedPod[] {
  const byKey = new Map(
    objects.map((object) => [`${object.kind}/${object.metadata.namespace}/${object.metadata.name}`, object]),
  );
  const selectors = targetSelectors(objects, question);
  const names = targetNames(question);
  const seen = new Set<string>();
  const ranked = objects.flatMap((object) => {
    const parsed = object.kind === 'Pod' ? PodShape.safeParse(object) : undefined;
    if (parsed?.success !== true) return [];
    const pod = parsed.data;
    const owners = podOwners(pod, byKey);
    const related = isRelated(pod, owners, names, selectors);
    const base = isIll(pod) ? ill : bystander;
    const rank = related ? base - 1 + ofTarget : base;
    const workload = `${pod.metadata.namespace}/${owners.at(-1) ?? pod.metadata.name}`;
    if (rank === bystander && seen.has(workload)) return [];
    seen.add(workload);
    return [{ pod, rank }];
  });
  return ranked.sort((left, right) => left.rank - right.rank || compareNames(left.pod, right.pod));
}

/** Whether something is or lately was wrong with a pod. */
function isIll(pod: PodShape): boolean {
  const { phase, conditions = [], containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
  if (phase === 'Failed') return true;
  const isTroubled = [...initContainerStatuses, ...containerStatuses].some(
    ({ state, restartCount = 0 }) =>
      restartCount > 0 || (state?.terminated?.exitCode ?? 0) !== 0 || state?.waiting !== undefined,
  );
  const isNotReady =
    phase !== 'Succeeded' && conditions.some(({ type, status }) => type === 'Ready' && status === 'False');
  return isTroubled || isNotReady;
}

function isRelated(
  pod: PodShape,
  owners: readonly string[],
  names: ReadonlySet<string>,
  selectors: readonly Selector[],
): boolean {
  const labels = pod.metadata.labels ?? {};
  return (
    names.has(`Pod/${pod.metadata.name}`) ||
    owners.some((owner) => names.has(owner) || names.has(owner.slice(owner.indexOf('/') + 1))) ||
    selectors.some((selector) => Object.entries(selector).every(([key, value]) => labels[key] === value))
  );
}

/** `Kind/name` of the targets, and bare names of the services in question. */
function targetNames({ targets, scope }: ScopeQuestion): Set<string> {
  return new Set([...targets.map(({ kind, name }) => `${kind}/${name}`), ...(scope.services ?? [])]);
}

/** The selectors of the Services in question; one without a selector stands for no pod. */
function targetSelectors(objects: readonly KubernetesObject[], question: ScopeQuestion): Selector[] {
  const names = new Set([
    ...question.targets.filter(({ kind }) => kind === 'Service').map(({ name }) => name),
    ...(question.scope.services ?? []),
  ]);
  return objects
    .filter(({ kind, metadata }) => kind === 'Service' && names.has(metadata.name))
    .map((service) => ((service.spec ?? {}) as { selector?: Selector }).selector ?? {})
    .filter((selector) => Object.keys(selector).length > 0);
}

function compareNames(left: PodShape, right: PodShape): number {
  const [one, other] = [left, right].map(({ metadata }) => `${metadata.namespace}/${metadata.name}`) as [
    string,
    string,
  ];
  return one < other ? -1 : one > other ? 1 : 0;
}
