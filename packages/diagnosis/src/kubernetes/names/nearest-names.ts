import { likeness } from './likeness.ts';

/** Names closest to the wanted one by edit distance and by shared words, best first, at most `limit`; none that are unlike it. */
export function nearestNames(wanted: string, names: readonly string[], limit = 3): string[] {
  return [...new Set(names)]
    .filter((name) => name !== wanted)
    .map((name) => ({ name, distance: likeness(wanted, name) }))
    .filter(({ distance }) => distance <= 0.5)
    .sort((left, right) => left.distance - right.distance || (left.name < right.name ? -1 : 1))
    .slice(0, limit)
    .map(({ name }) => name);
}
