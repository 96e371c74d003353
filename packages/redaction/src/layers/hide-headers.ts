import { isPlaceholder } from '../keys/is-placeholder.ts';
import type { Tagger } from '../tagger.ts';

const scheme = /\b(bearer|basic)((?:\s|%20|\+){1,3})([A-Za-z0-9+/_.=~-]{8,8192})/gi;
const cookie =
  /\b((?:set-)?cookie["'\\]{0,3}\s{0,2}[:=]\s{0,2}["'\\[]{0,3})([A-Za-z0-9_.-]{1,128}=[^\r\n"']{1,8192})/gi;

/** Replaces the credentials after `Bearer` and `Basic`, and whole cookie headers. */
export function hideHeaders(text: string, tag: Tagger): string {
  return text
    .replace(scheme, (whole: string, name: string, space: string, value: string) =>
      isPlaceholder(value) || isWord(value) ? whole : `${name}${space}${tag(name.toLowerCase(), value)}`,
    )
    .replace(cookie, (_whole, before: string, value: string) => `${before}${tag('cookie', value)}`);
}

/** `Basic authentication` is prose. */
function isWord(value: string): boolean {
  return /^(?:[a-z]{2,24}|[A-Z][a-z]{1,24})[.]?$/.test(value);
}
