import type { Rule } from '../rule.ts';

/** A data filter is a regular expression that matches anywhere unless it is anchored. */
export const anchoredFilters: Rule = {
  title: 'a filter on text matches the whole of it',
  check: (manifests) =>
    manifests
      .filter(({ kind }) => kind === 'Sensor')
      .flatMap((sensor) =>
        sensor.spec.dependencies.flatMap(
          (dependency: { name: string; filters?: { data?: { path: string; type: string; value: string[] }[] } }) => {
            const place = `${sensor.file}: ${sensor.metadata.name}/${dependency.name}`;
            const data = dependency.filters?.data ?? [];
            if (data.length === 0) return [`${place} has no filter`];
            return data
              .filter(({ type, value }) => type === 'string' && value.some((text) => !/^\^.*\$$/s.test(text)))
              .map(({ path }) => `${place}: ${path}`);
          },
        ),
      ),
};
