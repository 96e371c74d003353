import { gunzipSync } from 'node:zlib';
import { ReleaseRevision } from './release-revision.ts';

/** A Secret holds 1 MiB at most; a release that is larger than this when unpacked is none. */
const maximumBytes = 16 * 1024 * 1024;

/**
 * Decodes the value `release` of a Secret of Helm: base64 of Kubernetes, base64 of Helm, gzip, JSON. Gives a text that says what is
 * wrong, without a word of the content, where it is something else.
 */
export function decodeRevision(value: unknown): ReleaseRevision | string {
  if (typeof value !== 'string') return 'it has no release';
  const packed = Buffer.from(Buffer.from(value, 'base64').toString('latin1'), 'base64');
  let text: string;
  try {
    const isPacked = packed[0] === 0x1f && packed[1] === 0x8b;
    text = (isPacked ? gunzipSync(packed, { maxOutputLength: maximumBytes }) : packed).toString('utf8');
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'
      ? 'it is too large'
      : 'it cannot be unpacked';
  }
  try {
    const parsed = ReleaseRevision.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : `${parsed.error.issues[0]?.path.join('.')} is not what Helm writes`;
  } catch {
    return 'it is no JSON';
  }
}
