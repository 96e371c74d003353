import { hostNamePattern } from './host-name-pattern.ts';
import { portNumberOf } from './port-number-of.ts';
import { schemePortOf } from './scheme-port-of.ts';
import { urlPattern } from './url-pattern.ts';

/** Every `scheme://host:port` and `host:port` of a configuration value. */
export function addressesIn(text: string): { host: string; port?: number | undefined }[] {
  const found: { host: string; port?: number | undefined }[] = [];
  const every = new RegExp(urlPattern.source, 'gi');
  for (const match of text.slice(0, 2_000).matchAll(every)) {
    if (match[1] !== undefined) found.push({ host: match[1], port: portNumberOf(match[2]) ?? schemePortOf(match[0]) });
  }
  const plain = new RegExp(`^(${hostNamePattern}):(\\d{2,5})$`);
  for (const part of text.slice(0, 2_000).split(/[\s,;]+/)) {
    const match = plain.exec(part);
    if (match?.[1] !== undefined) found.push({ host: match[1], port: portNumberOf(match[2]) });
  }
  return found;
}
