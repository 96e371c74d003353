import { parseImage } from './parse-image.ts';

/** Why an image is not there: what the registry or the parser answered. */
export type PullFailureKind = 'not-found' | 'denied' | 'invalid' | 'unreachable' | 'limited' | 'unknown';

/** What kind of answer the text of a failed pull is; what the image's own name says does not count. */
export function pullFailureKind(text: string, image: string): PullFailureKind {
  const { repository, tag } = parseImage(image);
  const names = [image, `${repository}:${tag}`, repository].filter((name) => name.length > 3);
  const message = names.reduce((rest, name) => rest.replaceAll(name, ''), text).toLowerCase();
  if (/invalid ?imagename|invalid reference format|couldn't parse image/.test(message)) return 'invalid';
  if (/toomanyrequests|too many requests|rate limit|\b429\b/.test(message)) return 'limited';
  if (
    /unauthorized|denied|forbidden|authentication required|authorization failed|no basic auth|\b40[13]\b/.test(message)
  )
    return 'denied';
  if (
    /not found|manifest unknown|name unknown|does not exist|no such host|no such image|notfound|no match for platform|\b404\b/.test(
      message,
    )
  ) {
    return 'not-found';
  }
  if (
    /i\/o timeout|connection refused|connection reset|deadline exceeded|tls handshake|no route to host|x509|\b50[0234]\b|eof$/.test(
      message,
    )
  ) {
    return 'unreachable';
  }
  return 'unknown';
}
