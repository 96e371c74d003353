import type { Rule } from '../rule.ts';
import { triggersOf } from '../triggers-of.ts';

type Parameter = { src: Record<string, string>; dest: string };
type Dependency = { name: string; filters?: { data?: { path: string; type: string }[] } };

const destinations = /^(metadata\.name|spec\.arguments\.parameters\.\d+\.value)$/;

/** What Argo evaluates as a template must not be what somebody wrote: only filtered ids and words are taken out of an event. */
export const noFreeText: Rule = {
  title: 'a Sensor hands on filtered ids only',
  check: (manifests) =>
    triggersOf(manifests).flatMap(({ place, sensor, trigger, isDeadLetter }) => {
      if (isDeadLetter) return [];
      const { k8s, argoWorkflow } = trigger.template;
      const problems = (trigger.parameters ?? []).length > 0 ? [`${place} rewrites its own trigger`] : [];
      for (const { src, dest } of ((k8s ?? argoWorkflow)?.parameters ?? []) as Parameter[]) {
        const { dependencyName, dataKey, ...rest } = src;
        // The id of an event is made by Argo Events itself, of hexadecimal digits.
        const isOwnId = dataKey === undefined && Object.entries(rest).join() === 'contextKey,id';
        const other = isOwnId ? {} : rest;
        const dependency = sensor.spec.dependencies.find(({ name }: Dependency) => name === dependencyName);
        const filtered = ((dependency?.filters?.data ?? []) as { path: string; type: string }[]).some(
          ({ path, type }) => path === dataKey && type === 'string',
        );
        if (Object.keys(other).length > 0)
          problems.push(`${place}: ${dest} comes from ${Object.keys(other).join(', ')}`);
        if (!filtered && !isOwnId) problems.push(`${place}: ${dest} takes ${dataKey}, which no filter bounds`);
        if (!destinations.test(dest)) problems.push(`${place}: an event decides about ${dest}`);
      }
      return problems;
    }),
};
