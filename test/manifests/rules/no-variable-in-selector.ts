import type { Manifest } from '../manifest.ts';
import type { Rule } from '../rule.ts';

/** Nobody replaces a template variable in a label selector of a trigger; in a template the name of the workflow is the one that is safe. */
export const noVariableInSelector: Rule = {
  title: 'a label selector holds no template variable',
  check: (manifests) => manifests.flatMap((manifest) => search(manifest, '', false, manifest)),
};

function search(value: unknown, path: string, inSelector: boolean, manifest: Manifest): string[] {
  if (typeof value === 'string') {
    const text = manifest.kind === 'WorkflowTemplate' ? value.replaceAll('{{workflow.name}}', '') : value;
    return inSelector && text.includes('{{') ? [`${manifest.file}: ${manifest.metadata.name}${path}`] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    search(
      child,
      `${path}.${key}`,
      inSelector ||
        (['labelSelector', 'selector', 'matchLabels', 'matchExpressions', 'args'].includes(key) === true &&
          manifest.kind === 'Sensor') ||
        key === 'labelSelector',
      manifest,
    ),
  );
}
