import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

type Parameter = { src: { dependencyName?: string; dataKey?: string } };
type Filter = { path: string; value: string[] };
type Dependency = { name: string; filters?: { data?: Filter[] } };

/** What somebody could write where an id is meant. */
const probes = [
  '',
  '{{workflow.name}}',
  '{{=sprig.env("HOME")}}',
  "x' == 'x",
  'two words',
  '--field-selector',
  '../secret',
  'a/b',
  'a\nb',
  'a;b',
  '$(id)',
  'ä',
  'a'.repeat(300),
];

/** A filter may be anchored and let everything through; what is handed on becomes a name, a parameter or a payload. */
export const narrowFilters: Rule = {
  title: 'a filter of what is handed on lets ids and words through',
  check: (manifests) =>
    triggersOf(manifests).flatMap(({ place, sensor, trigger }) => {
      const { k8s, argoWorkflow, http } = trigger.template;
      const handed = [...((k8s ?? argoWorkflow)?.parameters ?? []), ...(http?.payload ?? [])] as Parameter[];
      return handed.flatMap(({ src: { dependencyName, dataKey } }) => {
        const dependency = sensor.spec.dependencies.find(({ name }: Dependency) => name === dependencyName) as
          | Dependency
          | undefined;
        const values = (dependency?.filters?.data ?? [])
          .filter(({ path }) => path === dataKey)
          .flatMap(({ value }) => value);
        return values
          .filter((value) => probes.some((probe) => new RegExp(value).test(probe)))
          .map((value) => `${place}: ${dataKey} may be anything that ${value} matches`);
      });
    }),
};
