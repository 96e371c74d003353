import { readPath } from '@auto-ops/policy';
import { about } from './about.ts';
import { isUnpinned } from './is-unpinned.ts';
import type { Finding, ObjectRule } from './rule.ts';

/** Secrets in the open, configuration, volumes, and what a kustomization leaves out or renames. */
export const judgeContent: ObjectRule = ({ before, after }) => {
  if (after === undefined) return [];
  const { kind } = after.object;
  const [was, is] = [before?.object, after.object];
  const differs = (...keys: string[]) =>
    JSON.stringify(readPath(was, ...keys)) !== JSON.stringify(readPath(is, ...keys));
  if (kind === 'Secret' && (differs('data') || differs('stringData'))) {
    return [
      about(after, 'secret-in-manifest', 'R4', 'its values are in the repository for everybody who reads it', 'data'),
    ];
  }
  if (before === undefined && kind !== 'Kustomization') return [];
  if (kind === 'ConfigMap' && (differs('data') || differs('binaryData'))) {
    return [about(after, 'configuration-changed', 'R3', 'programs read other values', 'data')];
  }
  if (kind === 'PersistentVolumeClaim' && differs('spec'))
    return [about(after, 'claim-changed', 'R4', 'a claim cannot be changed back', 'spec')];
  return kind === 'Kustomization'
    ? kustomizationFindings(was, is, (code, text, ...keys) => about(after, code, 'R3', text, ...keys))
    : [];
};

function kustomizationFindings(
  was: unknown,
  is: unknown,
  at: (code: string, text: string, ...keys: (string | number)[]) => Finding,
): Finding[] {
  const left = itemsOf(was, 'resources').filter((resource) => !itemsOf(is, 'resources').includes(resource));
  const known = new Set(itemsOf(was, 'images').map((image) => JSON.stringify(image)));
  const images = itemsOf(is, 'images').flatMap((image, index) => {
    const tag = readPath(image, 'newTag');
    if (known.has(JSON.stringify(image)) || readPath(image, 'digest') !== undefined || typeof tag !== 'string')
      return [];
    return isUnpinned(`image:${tag}`)
      ? [at('image-unpinned', `${tag} may be another image tomorrow`, 'images', index)]
      : [];
  });
  return [
    ...(left.length > 0
      ? [at('resource-left-out', `${left.map(String).join(', ')} no longer belong to it`, 'resources')]
      : []),
    ...images,
  ];
}

function itemsOf(value: unknown, field: string): unknown[] {
  const items = readPath(value, field);
  return Array.isArray(items) ? items : [];
}
