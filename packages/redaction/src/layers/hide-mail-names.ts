import type { Tagger } from '../tagger.ts';

// Each part is bounded; the user of a URL is an account more often than a person.
const address = /(?<![\w.+%/-])([\w.+%-]{1,64})@((?:[a-z0-9-]{1,63}\.){1,8}([a-z]{2,24}))(?![\w-])/gi;
const unit = /^(?:service|socket|target|timer|mount|automount|swap|slice|scope|device|path)$/i;
/** What stands before the `@` of addresses that are no person's. */
const machine = /^(?:git|root|www-data|noreply|no-reply|postmaster)$/i;

/** Replaces the name in `name@example.org`; the domain stays, because it may be the host that an error is about. */
export function hideMailNames(text: string, tag: Tagger): string {
  if (!text.includes('@')) return text;
  return text.replace(address, (whole: string, name: string, domain: string, end: string) => {
    const isPerson = !unit.test(end) && !machine.test(name) && !domain.toLowerCase().endsWith('.gserviceaccount.com');
    return isPerson ? `${tag('mail', name.toLowerCase())}@${domain}` : whole;
  });
}
