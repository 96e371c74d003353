import type { Coverage } from '@auto-ops/contracts';
import type { KubernetesReader } from '../cluster-api/kubernetes-reader.ts';
import type { Resource } from '../cluster-api/resource.ts';
import { namespacedResources } from '../resources/namespaced-resources.ts';
import type { PlannedScope } from './planned-scope.ts';
import type { ScopeQuestion } from './scope-question.ts';

/** A cluster with this many pods is read whole; of a larger one as many namespaces as fit. */
const maximumPods = 1500;
const maximumCounted = 20_000;

type Chosen = Pick<PlannedScope, 'namespaces' | 'isWholeCluster' | 'coverage'>;

/** Chooses for a question that names no namespace. Counts by metadata alone before anything is read in full. */
export async function chooseNamespaces(
  reader: KubernetesReader,
  question: ScopeQuestion,
  known: readonly string[],
): Promise<Chosen> {
  const pods = await reader.list(resource('Pod'), { metadataOnly: true, maximumItems: maximumCounted });
  if (!pods.complete && pods.items.length === 0) {
    const coverage = [{ kind: 'Pod', complete: false, error: pods.error ?? 'pods cannot be counted' }];
    return { namespaces: known.slice(0, 50), isWholeCluster: false, coverage };
  }
  if (pods.complete && pods.items.length <= maximumPods)
    return { namespaces: known, isWholeCluster: true, coverage: [] };
  const sizes = countByNamespace(pods.items.map((pod) => pod.metadata.namespace ?? ''));
  const ranked = await rankNamespaces(reader, question);
  return fitting(ranked, sizes, known);
}

/** Where services of the question live counts most, then pods on a node in question, then what is not running, then warnings. */
async function rankNamespaces(reader: KubernetesReader, question: ScopeQuestion): Promise<string[]> {
  const services = new Set(question.scope.services ?? []);
  const nodes = question.targets.filter(({ kind }) => kind === 'Node').map(({ name }) => name);
  const all = { metadataOnly: true, maximumItems: maximumCounted };
  const [owners, onNodes, notRunning, warnings] = await Promise.all([
    Promise.all(
      (services.size === 0 ? [] : ['Service', 'Deployment', 'StatefulSet', 'DaemonSet']).map((kind) =>
        reader.list(resource(kind), all),
      ),
    ),
    Promise.all(nodes.map((node) => reader.list(resource('Pod'), { ...all, fieldSelector: `spec.nodeName=${node}` }))),
    reader.list(resource('Pod'), { ...all, fieldSelector: 'status.phase!=Running,status.phase!=Succeeded' }),
    reader.list(resource('Event'), { ...all, fieldSelector: 'type=Warning' }),
  ]);
  const score = new Map<string, number>();
  const add = (namespace: string | undefined, weight: number) =>
    score.set(namespace ?? '', (score.get(namespace ?? '') ?? 0) + weight);
  for (const item of owners.flatMap(({ items }) => items))
    if (services.has(item.metadata.name)) add(item.metadata.namespace, 1e6);
  for (const item of onNodes.flatMap(({ items }) => items)) add(item.metadata.namespace, 1e3);
  for (const item of notRunning.items) add(item.metadata.namespace, 10);
  for (const item of warnings.items) add(item.metadata.namespace, 1);
  return [...score].sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1)).map(([name]) => name);
}

function fitting(ranked: readonly string[], sizes: ReadonlyMap<string, number>, known: readonly string[]): Chosen {
  const namespaces: string[] = [];
  let room = maximumPods;
  for (const name of ranked) {
    const size = sizes.get(name) ?? 0;
    if (name === '' || (size > room && namespaces.length > 0)) continue;
    namespaces.push(name);
    room -= size;
  }
  const left = known.length - namespaces.length;
  const error = `${left} of ${known.length} namespaces were not read; name a namespace to look there`;
  const coverage: Coverage[] = [{ kind: 'Pod', complete: false, error }];
  return { namespaces, isWholeCluster: false, coverage };
}

function countByNamespace(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

function resource(kind: string): Resource {
  const found = namespacedResources.find((candidate) => candidate.kind === kind);
  if (found === undefined) throw new RangeError(`the table of resources has no ${kind}`);
  return found;
}
