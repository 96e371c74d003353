import type { Manifest } from '../manifest.ts';
import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

type Named = { name: string; value?: unknown };

/** What a Sensor, a Workflow or a CronWorkflow starts is there, and takes the parameters it is given. */
export const knownTemplates: Rule = {
  title: 'a template and a parameter that is named exists',
  check: (manifests) => {
    const templates = new Map<string, Manifest>(
      manifests.filter(({ kind }) => kind === 'WorkflowTemplate').map((one) => [one.metadata.name, one]),
    );
    const started = [
      ...triggersOf(manifests).flatMap(({ place, trigger }) => {
        const { source, operation } = trigger.template.k8s ?? trigger.template.argoWorkflow ?? {};
        return source === undefined || operation === 'resume' ? [] : [{ place, spec: source.resource.spec }];
      }),
      ...manifests.flatMap(({ kind, file, metadata, spec }) => {
        const place = `${file}: ${metadata.name}`;
        if (kind === 'Workflow') return [{ place, spec }];
        return kind === 'CronWorkflow' ? [{ place, spec: spec.workflowSpec }] : [];
      }),
    ];
    return started.flatMap(({ place, spec }) => {
      const template = templates.get(spec.workflowTemplateRef?.name);
      if (template === undefined) return [`${place} starts ${spec.workflowTemplateRef?.name}`];
      const declared: Named[] = template.spec.arguments?.parameters ?? [];
      const given: Named[] = spec.arguments?.parameters ?? [];
      return [
        ...given
          .filter(({ name }) => !declared.some((one) => one.name === name))
          .map(({ name }) => `${place} gives ${name}`),
        ...declared
          .filter(({ name, value }) => value === undefined && !given.some((one) => one.name === name))
          .map(({ name }) => `${place} does not give ${name}`),
      ];
    });
  },
};
