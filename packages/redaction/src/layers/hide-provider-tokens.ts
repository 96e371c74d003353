import type { Tagger } from '../tagger.ts';
import { providerPatterns } from './provider-patterns.ts';

const names = Object.keys(providerPatterns);
// One pass over the text for all patterns; which group matched says which provider it was.
const all = new RegExp(
  `(?<![A-Za-z0-9_])(?:${Object.values(providerPatterns)
    .map((pattern) => `(${pattern})`)
    .join('|')})`,
  'g',
);

/** Replaces tokens that are known by their form. */
export function hideProviderTokens(text: string, tag: Tagger): string {
  return text.replace(all, (whole: string, ...groups: unknown[]) => {
    const index = groups.findIndex((group, position) => position < names.length && group !== undefined);
    return tag(names[index] ?? 'token', whole);
  });
}
