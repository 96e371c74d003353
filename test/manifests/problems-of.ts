import type { Manifest } from './manifest.ts';
import { rules } from './rules/index.ts';

/** What the rules say of a rendering, with images and the run API under the names that they have here. */
export function problemsOf(manifests: readonly Manifest[]): string[] {
  const text = JSON.stringify(manifests)
    .replaceAll('registry.example.org/auto-ops/', 'auto-ops/')
    .replaceAll('https://auto-ops-run-api', 'http://auto-ops-run-api');
  return Object.values(rules).flatMap((rule) => rule.check(JSON.parse(text)));
}
