import { isPlaceholder } from '../keys/is-placeholder.ts';
import type { Tagger } from '../tagger.ts';

const userInfo = /(:\/\/[^\s:@/?#"'<>]{0,128}:)([^\s@/"'<>]{1,256})(?=@)/g;
const goDriver = /(:)([^\s:@/"'<>\]]{1,128})(?=@(?:tcp|unix)\()/g;
const netrc = /(\blogin\s{1,4}\S{1,128}\s{1,4}password\s{1,4})(\S{1,256})/g;

/** Replaces the password in `scheme://user:password@host`, in the Go MySQL form `user:password@tcp(…)` and in netrc lines. */
export function hideUrlCredentials(text: string, tag: Tagger): string {
  const hide = (whole: string, before: string, password: string) =>
    isPlaceholder(password) ? whole : `${before}${tag('password', password)}`;
  let result = text.includes('://') ? text.replace(userInfo, hide) : text;
  if (result.includes('@')) result = result.replace(goDriver, hide);
  return result.includes('login') ? result.replace(netrc, hide) : result;
}
