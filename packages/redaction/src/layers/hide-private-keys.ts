import type { Tagger } from '../tagger.ts';

// The second branch is a key whose end was cut off; line ends may be written as \n.
const privateKey =
  /-----BEGIN ([A-Z0-9 ]{0,30}?)PRIVATE KEY(?: BLOCK)?-----(?:(?:[A-Za-z0-9+/=\s:,.\\()]|-(?!-)){0,20000}?-----END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)?-----|[A-Za-z0-9+/=\s\\]{0,20000})/g;

/** Replaces private keys in PEM, whole or cut off. Certificates and public keys stay. */
export function hidePrivateKeys(text: string, tag: Tagger): string {
  return text.includes('-----BEGIN') ? text.replace(privateKey, (whole) => tag('private-key', whole)) : text;
}
