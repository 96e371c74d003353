import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Coverage, KubernetesObject } from '@auto-ops/contracts';
import { parseAllDocuments } from 'yaml';
import { namespacedResources } from '../../resources/namespaced-resources.ts';
import { applyKustomization } from './apply-kustomization.ts';
import type { Kustomization } from './kustomization.ts';
import { kustomizationsOf } from './kustomizations-of.ts';
import { manifestFiles } from './manifest-files.ts';

const namespacedKinds = new Set([...namespacedResources.map(({ kind }) => kind), 'Secret', 'Role', 'RoleBinding']);

/** An object and the file that declares it. */
export interface Declared {
  readonly object: KubernetesObject;
  readonly file: string;
}

/**
 * Reads plain manifests and those that a simple kustomization lists, with its namespace and images. `namespace` is given to objects that
 * name none. What cannot be read (templates, broken YAML) is told as incomplete coverage.
 */
export function readManifests(
  root: string,
  namespace: string | undefined,
): { readonly declared: readonly Declared[]; readonly problems: readonly Coverage[] } {
  const documents: { file: string; value: unknown }[] = [];
  const broken: string[] = [];
  for (const file of manifestFiles(root)) {
    const text = readFileSync(join(root, file), 'utf8');
    try {
      for (const value of parseYaml(text)) documents.push({ file, value });
    } catch {
      broken.push(file);
    }
  }
  const kustomizations = kustomizationsOf(documents);
  const declared = documents
    .flatMap(({ file, value }) => objectsOf(value).map((object) => ({ file, object })))
    .map(({ file, object }) => ({ file, object: withNamespace(kustomized(object, file, kustomizations), namespace) }));
  const error = `${broken.length} files are no plain YAML (templates?), the first is ${broken[0]}`;
  return { declared, problems: broken.length === 0 ? [] : [{ kind: 'document', complete: false, error }] };
}

/** An unquoted template action is a valid flow mapping to a YAML parser and nonsense to everybody else. */
const templateAction = /^\s*(?:-\s+)?(?:[\w./-]+:\s*)?\{\{/m;

function parseYaml(text: string): unknown[] {
  if (templateAction.test(text)) throw new SyntaxError('a template');
  return parseAllDocuments(text, { merge: true }).map((document) => {
    if (document.errors[0] !== undefined) throw document.errors[0];
    return document.toJS({ maxAliasCount: 100 }) as unknown;
  });
}

function objectsOf(value: unknown): KubernetesObject[] {
  if (value === null || typeof value !== 'object') return [];
  if ('kind' in value && value.kind === 'List' && 'items' in value && Array.isArray(value.items)) {
    return value.items.flatMap(objectsOf);
  }
  const parsed = KubernetesObject.safeParse(value);
  return parsed.success && !parsed.data.apiVersion.startsWith('kustomize.config.k8s.io/') ? [parsed.data] : [];
}

/** The kustomization of the nearest folder, then those that build on it. */
function kustomized(object: KubernetesObject, file: string, all: readonly Kustomization[]): KubernetesObject {
  let result = object;
  let wanted = new Set([file]);
  for (let depth = 0; depth < 5; depth++) {
    const users = all.filter(({ resources }) => resources.some((resource) => wanted.has(resource)));
    if (users.length === 0) return result;
    for (const user of users) result = applyKustomization(result, user);
    wanted = new Set(users.flatMap(({ file: own }) => [own, dirname(own)]));
  }
  return result;
}

function withNamespace(object: KubernetesObject, namespace: string | undefined): KubernetesObject {
  if (namespace === undefined || object.metadata.namespace !== undefined) return object;
  return namespacedKinds.has(object.kind) ? { ...object, metadata: { ...object.metadata, namespace } } : object;
}
