import type { Manifest } from '../manifest.ts';
import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

type Named = { name: string };
type Parameter = { src: { dataKey: string }; dest: string };

/** What of an event a parameter may be made from; an event that has no such thing leaves the word that stands there. */
const sources: Readonly<Record<string, RegExp>> = {
  incident: /^body\.id$/,
  severity: /^body\.severity$/,
  event: /^body\.X-GitHub-Event$/,
  delivery: /^body\.X-GitHub-Delivery$/,
  repository: /^body\.repository\.id$/,
  number: /^body\.(issue|pull_request)\.number$|^body\.workflow_run\.id$/,
  comment: /^body\.comment\.id$/,
  before: /^body\.before$/,
  after: /^body\.after$/,
};

/** A destination is a position in a list, so a line moved in either file would hand one thing on as another. */
export const orderedParameters: Rule = {
  title: 'a parameter gets what its name says',
  check: (manifests) => {
    const declared = new Map<string, Named[]>(
      manifests
        .filter(({ kind }) => kind === 'WorkflowTemplate')
        .map(({ metadata, spec }: Manifest) => [metadata.name, spec.arguments?.parameters ?? []]),
    );
    return triggersOf(manifests).flatMap(({ place, trigger, isDeadLetter }) => {
      const { source, parameters = [], operation } = trigger.template.k8s ?? trigger.template.argoWorkflow ?? {};
      if (isDeadLetter || operation === 'resume') return [];
      const { workflowTemplateRef, arguments: given } = source.resource.spec;
      const names = ((given?.parameters ?? []) as Named[]).map(({ name }) => name);
      const wanted = (declared.get(workflowTemplateRef.name) ?? []).map(({ name }) => name);
      const misrouted = (parameters as Parameter[]).flatMap(({ src, dest }) => {
        const [, position] = /^spec\.arguments\.parameters\.(\d+)\.value$/.exec(dest) ?? [];
        if (position === undefined) return [];
        const name = names[Number(position)] ?? '';
        return sources[name]?.test(src.dataKey) === true ? [] : [`${place}: ${name || dest} from ${src.dataKey}`];
      });
      return [...(names.every((name, index) => name === wanted[index]) ? [] : [`${place}: ${names}`]), ...misrouted];
    });
  },
};
