import { hostNamePattern } from './host-name-pattern.ts';

/** An address with a scheme: the host is the first group, the port the second. */
export const urlPattern = new RegExp(
  `\\b[a-z][a-z0-9+.-]{1,30}://(?:[^\\s/@'"]*@)?(\\[[0-9a-f:]+\\]|${hostNamePattern})(?::(\\d{1,5}))?`,
  'i',
);
