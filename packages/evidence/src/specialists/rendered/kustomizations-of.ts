import { dirname, normalize } from 'node:path';
import { type Kustomization, KustomizationFile } from './kustomization.ts';

/** Finds the kustomizations among parsed files. */
export function kustomizationsOf(
  documents: readonly { readonly file: string; readonly value: unknown }[],
): Kustomization[] {
  return documents
    .filter(({ file }) => /(?:^|\/)kustomization\.ya?ml$/i.test(file))
    .flatMap(({ file, value }) => {
      const parsed = KustomizationFile.safeParse(value);
      if (!parsed.success) return [];
      const { resources = [], images = [], namespace } = parsed.data;
      const paths = resources.map((resource) => normalize(`${dirname(file)}/${resource}`).replace(/\/$/, ''));
      return [{ file, resources: paths, namespace, images }];
    });
}
