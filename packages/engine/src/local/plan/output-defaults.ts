import type { Template } from '../../template/template.ts';

/** What the outputs of a template are when nobody wrote them. */
export function outputDefaults(template: Template): Record<string, string> {
  return Object.fromEntries(
    (template.outputs?.parameters ?? []).map((output) => [output.name, output.valueFrom.default]),
  );
}
