import { isMap, parseAllDocuments } from 'yaml';
import type { Manifest } from './manifest.ts';

/** The Kubernetes objects of one YAML file; none where it is a template or cannot be read. */
export function readManifests(path: string, text: string): readonly Manifest[] {
  if (text.includes('{{')) return [];
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document, index) => {
    if (document.errors.length > 0 || !isMap(document.contents)) return [];
    const kind = document.get('kind');
    const name = document.getIn(['metadata', 'name']);
    const namespace = document.getIn(['metadata', 'namespace']);
    if (typeof kind !== 'string' || typeof name !== 'string') return [];
    return [{ path, index, kind, name, namespace: typeof namespace === 'string' ? namespace : undefined }];
  });
}
