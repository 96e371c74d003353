import type { Rule } from '../rule.ts';

type Filter = { path: string; type: string; value: string[]; comparator?: string };
type Dependency = { name: string; filters?: { data?: Filter[] }; filtersLogicalOperator?: string };

/** A data filter is a regular expression that matches anywhere unless it is anchored. */
export const anchoredFilters: Rule = {
  title: 'a filter on text matches the whole of it',
  check: (manifests) =>
    manifests
      .filter(({ kind }) => kind === 'Sensor')
      .flatMap((sensor) =>
        sensor.spec.dependencies.flatMap((dependency: Dependency) => {
          const place = `${sensor.file}: ${sensor.metadata.name}/${dependency.name}`;
          const { data = [], ...others } = dependency.filters ?? {};
          if (data.length === 0) return [`${place} has no filter`];
          // Expressions and scripts let through what they cannot judge; a comparator turns a filter round.
          return [
            ...Object.keys(others).map((kind) => `${place} filters by ${kind}`),
            ...(dependency.filtersLogicalOperator === undefined ? [] : [`${place} joins its filters`]),
            ...data
              .filter(
                ({ type, value, comparator }) =>
                  type !== 'string' || comparator !== undefined || !value.every((text) => isAnchored(text)),
              )
              .map(({ path }) => `${place}: ${path}`),
          ];
        }),
      ),
};

/** An alternative outside of a group has an anchor on one side only. */
function isAnchored(text: string): boolean {
  if (!/^\^.*\$$/s.test(text)) return false;
  let inner = text;
  for (let before = ''; before !== inner; ) {
    before = inner;
    inner = inner.replace(/\\.|\[[^\]]*\]|\([^()]*\)/g, '');
  }
  return !inner.includes('|');
}
