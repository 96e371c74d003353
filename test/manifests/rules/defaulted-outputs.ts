import type { Rule } from '../rule.ts';

type Output = { name: string; valueFrom?: { path?: string; supplied?: object; default?: string } };
type Template = { name: string; outputs?: { parameters?: Output[]; artifacts?: object[] } };

/** A step that was skipped or broke down answers too: an output without a default ends the Workflow of whoever reads it. */
export const defaultedOutputs: Rule = {
  title: 'an output has a default, and is a word of a file',
  check: (manifests) =>
    manifests
      .filter(({ kind }) => kind === 'WorkflowTemplate')
      .flatMap(({ file, metadata, spec }) =>
        (spec.templates as Template[]).flatMap(({ name, outputs }) => {
          const place = `${file}: ${metadata.name}/${name}`;
          const open = (outputs?.parameters ?? []).filter(
            ({ valueFrom }) =>
              !/^[a-z0-9[\]-]{1,32}$/.test(valueFrom?.default ?? '') ||
              (valueFrom?.path === undefined && valueFrom?.supplied === undefined),
          );
          return [
            ...open.map((output) => `${place}: ${output.name}`),
            ...(outputs?.artifacts === undefined ? [] : [`${place} hands on artifacts`]),
          ];
        }),
      ),
};
